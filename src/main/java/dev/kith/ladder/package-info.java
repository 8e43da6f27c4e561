/**
 * Ladders of graded asks: rungs, tries on them, and a versioned rule that says whether to step up, hold or step back.
 * Hears of logs and does not know how they are kept; what it says is made anew from the tries at each reading.
 */
@NullMarked
package dev.kith.ladder;

import org.jspecify.annotations.NullMarked;

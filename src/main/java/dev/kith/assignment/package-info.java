/**
 * Work given to clients: assignments, their schedules, and the tasks that come of them.
 * Knows windows and states, not what was answered.
 */
@NullMarked
package dev.kith.assignment;

import org.jspecify.annotations.NullMarked;

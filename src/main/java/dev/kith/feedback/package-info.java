/**
 * What a care team and a client write to each other about one response or one log: a thread for each, with who read it when.
 * Knows whose it is about and whether it is complete, not what was answered or noted.
 */
@NullMarked
package dev.kith.feedback;

import org.jspecify.annotations.NullMarked;

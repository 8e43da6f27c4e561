/**
 * What changed and whether it is real, and what was done: a read model, computed from facts each time, never stored.
 * Knows no norm of its own; every figure comes from a definition, with its source.
 */
@NullMarked
package dev.kith.progress;

import org.jspecify.annotations.NullMarked;

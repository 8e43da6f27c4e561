/**
 * What changed and whether it is real: a read model, computed from responses and scores each time, never stored.
 * Knows no norm of its own; every figure comes from a definition, with its source.
 */
@NullMarked
package dev.kith.progress;

import org.jspecify.annotations.NullMarked;

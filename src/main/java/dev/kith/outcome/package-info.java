/**
 * How a practice's clients fared, as numbers over all who were measured twice. Refuses to tell of fewer than five people, and to name anybody.
 */
@NullMarked
package dev.kith.outcome;

import org.jspecify.annotations.NullMarked;

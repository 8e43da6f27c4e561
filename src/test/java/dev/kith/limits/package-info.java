/** The names that calls are given. */
@NullMarked
package dev.kith.limits;

import org.jspecify.annotations.NullMarked;

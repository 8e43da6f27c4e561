/** What each failure is told as. */
@NullMarked
package dev.kith.problem;

import org.jspecify.annotations.NullMarked;

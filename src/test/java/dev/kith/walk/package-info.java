/** The README's first walk, taken from its text and pasted as it stands. */
@NullMarked
package dev.kith.walk;

import org.jspecify.annotations.NullMarked;

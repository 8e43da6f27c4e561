/** The rules of the house, and the proof that each of them bites. */
@NullMarked
package dev.kith;

import org.jspecify.annotations.NullMarked;

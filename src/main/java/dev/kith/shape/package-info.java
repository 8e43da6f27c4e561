/**
 * What a text must look like to be a time zone, a language, a name or an outside id; constraints for requests of every room.
 * Knows nothing of who holds such a text.
 */
@NullMarked
package dev.kith.shape;

import org.jspecify.annotations.NullMarked;

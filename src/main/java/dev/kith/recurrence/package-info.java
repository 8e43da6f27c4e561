/**
 * When things open, are due and close, in the wall time of a zone. It refuses to know what is to be done, by whom, and what time it is now.
 */
@NullMarked
package dev.kith.recurrence;

import org.jspecify.annotations.NullMarked;

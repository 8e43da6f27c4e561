/**
 * A client's tasks in the calendar that they use anyway: a secret address, when something opens and is due.
 * Refuses to know, and so to tell, what it is.
 */
@NullMarked
package dev.kith.calendar;

import org.jspecify.annotations.NullMarked;

/**
 * Work that comes due: rooms say what they have to do and when, and this room does it in each practice, by that practice's
 * clock. Refuses to know what the work is.
 */
@NullMarked
package dev.kith.jobs;

import org.jspecify.annotations.NullMarked;

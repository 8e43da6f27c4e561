/**
 * The clock of a practice that is for trying: moving it ahead, moment by moment, so that whatever comes due on the way happens.
 * Refuses practices in use, and never touches real time.
 */
@NullMarked
package dev.kith.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * What stands at the head and foot of what a practice prints: whose it is, how to reach them, registration, logo. Refuses to know what is printed
 * between them, and keeps nothing of a picture but its pixels.
 */
@NullMarked
package dev.kith.letterhead;

import org.jspecify.annotations.NullMarked;

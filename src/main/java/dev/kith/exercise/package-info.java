/**
 * The language in which an exercise or a reading card is written down, those that ship, what a log of one may say and what is made of it, and the catalogue
 * of those that can be given. It refuses to know clients, assignments and who wrote a log.
 */
@NullMarked
package dev.kith.exercise;

import org.jspecify.annotations.NullMarked;

/**
 * The sentences that the server itself tells, in the reader's language; a language is one file under {@code words/}. It refuses to know when
 * a sentence is true, and what a practice or the library has written: those bring their own translations.
 */
@NullMarked
package dev.kith.words;

import org.jspecify.annotations.NullMarked;

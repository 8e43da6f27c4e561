/**
 * Pages for people: the questionnaires, exercises and programs of the library, and the formats in which to write one's own. Made from what ships, so that they cannot tell
 * anything else; they refuse to know practices and their own definitions.
 */
@NullMarked
package dev.kith.manual;

import org.jspecify.annotations.NullMarked;

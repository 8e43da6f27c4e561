/**
 * Pages for people: the questionnaires of the library, and the format in which to write one's own. Made from what ships, so that they cannot tell
 * anything else; they refuse to know practices and their own definitions.
 */
@NullMarked
package dev.kith.manual;

import org.jspecify.annotations.NullMarked;

/**
 * Closed episodes of a practice, and the local model of how scores went in them, made once a day where the practice wants it. Refuses to know any client by
 * what it tells, and who is judged by it.
 */
@NullMarked
package dev.kith.episode;

import org.jspecify.annotations.NullMarked;

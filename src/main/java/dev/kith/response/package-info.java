/**
 * What was answered: drafts, completed responses, amendments, and the scores that the engine made of them.
 * Fires the news of an answer and does not know who listens.
 */
@NullMarked
package dev.kith.response;

import org.jspecify.annotations.NullMarked;

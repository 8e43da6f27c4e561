/**
 * What clients noted of exercises that they did: drafts, completed logs, corrections, and who may read their own words.
 * Fires the news of a log and does not know who listens.
 */
@NullMarked
package dev.kith.log;

import org.jspecify.annotations.NullMarked;

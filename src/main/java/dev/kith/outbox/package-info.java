/**
 * What has become true, written in the transaction that made it true; delivery reads these rows.
 * Carries ids and codes, never answers, names or text.
 */
@NullMarked
package dev.kith.outbox;

import org.jspecify.annotations.NullMarked;

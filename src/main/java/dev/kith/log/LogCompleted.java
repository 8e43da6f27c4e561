package dev.kith.log;

import dev.kith.security.Caller;

/**
 * A log was completed, or corrected afterwards; fired in the same transaction. What a listener cannot store takes the log back
 * with it.
 */
public record LogCompleted(Caller by, LoggedWork log) {}

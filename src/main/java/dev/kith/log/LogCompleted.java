package dev.kith.log;

import dev.kith.security.Caller;
import java.util.Optional;
import java.util.UUID;

/**
 * A log was completed, or corrected afterwards; fired in the same transaction. What a listener cannot store takes the log back
 * with it.
 *
 * @param rung on which it was done, as was found before it was stored
 */
public record LogCompleted(Caller by, LoggedWork log, Optional<UUID> rung) {}

package dev.kith.assignment;

import dev.kith.security.Caller;
import java.util.UUID;

/** A clinician said of gates of exercises that they are open, or closed; fired in the same transaction, once for all that they said at once. */
public record GateSaid(Caller by, UUID clientId) {}

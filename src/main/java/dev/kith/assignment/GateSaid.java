package dev.kith.assignment;

import dev.kith.security.Caller;
import java.util.UUID;

/** A clinician said that a gate of exercises is open, or closed; fired in the same transaction. */
public record GateSaid(Caller by, UUID clientId, String gate, boolean opens) {}

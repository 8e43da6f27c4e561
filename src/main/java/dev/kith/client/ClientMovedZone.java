package dev.kith.client;

import dev.kith.security.Caller;
import java.time.ZoneId;
import java.util.UUID;

/** A client lives in another zone now; fired in the transaction that changed it. */
public record ClientMovedZone(Caller by, UUID clientId, ZoneId zone) {}

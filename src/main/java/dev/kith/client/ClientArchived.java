package dev.kith.client;

import dev.kith.security.Caller;
import java.util.UUID;

/** A client was taken out of care; fired in the transaction that did it. */
public record ClientArchived(Caller by, UUID clientId) {}

package dev.kith.signal;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A rule began to speak that the practice wants an alert for; fired in the same transaction.
 *
 * @param severity of the alert: notice, warning or critical
 */
public record SignalRaised(Caller by, UUID signalId, UUID clientId, String rule, String severity) {}

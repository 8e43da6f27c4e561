package dev.kith.assignment;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A client said of given work what their clinician should hear: that it is too much, that it felt unsafe, what closes a gate that it
 * needs, or that they did what a closed gate was to keep them from. Fired in the same transaction; who listens stores it or takes the
 * word back with it.
 *
 * @param rule lower-kebab: {@code too-much}, {@code felt-unsafe}, {@code gate-closed} or {@code done-behind-closed-gate}
 * @param aboutId the task that was skipped, the assignment that was too much or is held, or the log
 * @param occasion what tells this time from another about the same; empty where there is only one
 */
public record ClientTroubled(Caller by, UUID clientId, String rule, UUID aboutId, String occasion) {}

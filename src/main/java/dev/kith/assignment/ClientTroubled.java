package dev.kith.assignment;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A client said of given work what their clinician should hear: that it is too much, or that it felt unsafe. Fired in the same
 * transaction; who listens stores it or takes the word back with it.
 *
 * @param rule lower-kebab: {@code too-much} or {@code felt-unsafe}
 * @param aboutId the task that was skipped, or the assignment that was too much
 * @param occasion what tells this time from another about the same; empty where there is only one
 */
public record ClientTroubled(Caller by, UUID clientId, String rule, UUID aboutId, String occasion) {}

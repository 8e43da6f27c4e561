package dev.kith.assignment;

import dev.kith.security.Caller;
import java.util.UUID;

/**
 * A client said of given work what their clinician should hear: that it is too much, or that it felt unsafe. Fired in the same
 * transaction; who listens stores it or takes the word back with it.
 *
 * @param rule lower-kebab: {@code too-much} or {@code felt-unsafe}
 * @param aboutId the task that was skipped, or the revision of the schedule that was lowered
 */
public record ClientTroubled(Caller by, UUID clientId, String rule, UUID aboutId) {}

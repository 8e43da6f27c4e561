package dev.kith.alert;

import dev.kith.escalation.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a practice deals with alerts.
 *
 * @param onCall in the order in which they are called
 * @param stopRule null: a used stop rule raises no alert
 * @param version 0 until the practice wrote its own
 */
record AlertPolicy(
        Map<AlertSeverity, Pace> paces,
        List<UUID> onCall,
        @Nullable AlertSeverity stopRule,
        @Nullable String signInUrl,
        int version) {
    /** What holds until a practice writes its own: a critical alert is acknowledged within the hour, or goes on each half hour. */
    static final AlertPolicy DEFAULT = new AlertPolicy(
            Map.of(
                    AlertSeverity.CRITICAL,
                    new Pace(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofDays(1)),
                    AlertSeverity.WARNING,
                    new Pace(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7)),
                    AlertSeverity.NOTICE,
                    new Pace(Duration.ofDays(3), Duration.ofDays(1), Duration.ofDays(14), Duration.ofDays(7))),
            List.of(),
            AlertSeverity.NOTICE,
            null,
            0);

    Pace pace(AlertSeverity severity) {
        return Objects.requireNonNull(paces.get(severity));
    }

    boolean saysTheSameAs(AlertPolicy other) {
        return paces.equals(other.paces)
                && onCall.equals(other.onCall)
                && stopRule == other.stopRule
                && Objects.equals(signInUrl, other.signInUrl);
    }
}

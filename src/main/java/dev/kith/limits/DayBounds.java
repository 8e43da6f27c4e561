package dev.kith.limits;

import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How much a client's app may send in a day that nobody planned, so that one that runs wild fills no record. A day goes from midnight
 * to midnight where the client is. Whoever asks counts the rows of that day, and sees to it that nobody of the same client counts at
 * the same time.
 */
@ApplicationScoped
public class DayBounds {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    @Inject
    LimitsConfig config;

    /** What is counted apart. */
    public enum Sent {
        RESPONSES,
        LOGS,
        RATINGS
    }

    /** How many there are since then; asked once. */
    public interface Count {
        long since(Instant from);
    }

    /** Whether one more has room today. */
    public boolean hasRoom(Sent what, Instant now, ZoneId zone, Count sent) {
        return sent.since(midnight(now, zone, 0)) < most(what);
    }

    /**
     * Room for one more today.
     *
     * @throws ProblemException 429 with Retry-After until midnight, where there is none
     */
    public void require(Sent what, Instant now, ZoneId zone, Count sent) {
        if (hasRoom(what, now, zone, sent)) {
            return;
        }
        var until = midnight(now, zone, 1);
        var wait = Duration.between(now, until).plusSeconds(1);
        throw ProblemException.tooMany(
                "day-is-full",
                "This app has sent %d %s today that no task asks for. Keep this one and send it again after %s; what tasks ask for is taken."
                        .formatted(most(what), what.name().toLowerCase(Locale.ROOT), until),
                (int) (wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toSeconds());
    }

    private static Instant midnight(Instant now, ZoneId zone, int days) {
        return LocalDate.ofInstant(now, zone).plusDays(days).atStartOfDay(zone).toInstant();
    }

    private int most(Sent what) {
        return switch (what) {
            case RESPONSES -> config.unplannedResponsesPerDay();
            case LOGS -> config.unplannedLogsPerDay();
            case RATINGS -> config.ratingsPerDay();
        };
    }
}

package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a client skipped while their app was offline.
 *
 * @param skippedAt by the app's clock; null when it did not say
 * @param theirs what that clock shows now
 */
public record SkippedLate(
        Barrier barrier, @Nullable String note, @Nullable Instant skippedAt, Instant theirs) {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    /**
     * When it was skipped, by our clock: the app says it by its own and says what that shows now, so the difference is known. What is
     * still in the future after that was skipped just now, and so was what says no time.
     */
    Instant byOurClock(Instant now) {
        var at = now;
        if (skippedAt != null) {
            at = inRange(inRange(skippedAt).minus(ahead(now)));
        }
        return (at.isAfter(now) ? now : at).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far the app's clock is ahead of ours. */
    Duration ahead(Instant now) {
        return Duration.between(now, theirs);
    }

    private static Instant inRange(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ProblemException.invalid("/skippedAt", "out-of-range", "In the past, after 1970.");
        }
        return at;
    }
}

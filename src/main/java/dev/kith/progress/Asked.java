package dev.kith.progress;

import dev.kith.change.Baseline;
import dev.kith.json.DayOrInstant;
import dev.kith.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: a period, and from what change is counted.
 *
 * @param baseline first, episode, or a date
 */
record Asked(@Nullable DayOrInstant from, @Nullable DayOrInstant to, String baseline) {
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    static final String FIRST = "first";
    private static final String EPISODE = "episode";
    /** What was answered in the fortnight before an enrolment began is taken for its intake. A convention. */
    private static final Duration INTAKE = Duration.ofDays(14);

    /** With the zone in which its days begin. */
    In in(ZoneId zone) {
        return new In(
                from == null ? null : from.in(zone), to == null ? null : to.in(zone), baseline, day(baseline), zone);
    }

    private static @Nullable LocalDate day(String baseline) {
        if (baseline.equals(FIRST) || baseline.equals(EPISODE)) {
            return null;
        }
        try {
            return LocalDate.parse(baseline);
        } catch (DateTimeException e) {
            throw ProblemException.malformed(
                    "#baseline", "no-baseline", "first, episode, or a date such as 2026-03-01.");
        }
    }

    /** The same in a zone. */
    record In(
            @Nullable Instant from,
            @Nullable Instant to,
            String baseline,
            @Nullable LocalDate day,
            ZoneId zone) {
        Instant since() {
            return from == null || from.isBefore(EARLIEST) ? EARLIEST : from;
        }

        Instant until() {
            return to == null || to.isAfter(LATEST) ? LATEST : to;
        }

        /** @param episode when the running enrolment began, else the last one; null without any, and then the first stands */
        Baseline.Choice choice(@Nullable LocalDate episode) {
            if (day != null) {
                return new Baseline.From(day.atStartOfDay(zone).toInstant());
            }
            return baseline.equals(EPISODE) && episode != null
                    ? new Baseline.StartOfEpisode(episode.atStartOfDay(zone).toInstant(), INTAKE)
                    : new Baseline.First();
        }
    }
}

package dev.kith.assignment;

import dev.kith.assignment.AssignQuestionnaire.Schedule;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Span;
import dev.kith.recurrence.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A schedule that was asked for, read: its window, and its spans as they are kept. */
record Plan(
        Window window, @Nullable String opensFor, @Nullable String dueAfter) {
    private static final Schedule NOW = new Schedule(null, null, null, null);

    /** Refuses what cannot be read with a pointer below {@code /schedule}. */
    static Plan of(@Nullable Schedule asked, ZoneId clientZone, Instant now) {
        var schedule = asked == null ? NOW : asked;
        var zone = zone(schedule.timeZone(), clientZone);
        var opensFor = span(schedule.opensFor(), "/schedule/opensFor");
        var dueAfter = span(schedule.dueAfter(), "/schedule/dueAfter");
        var start = start(schedule.start(), zone, now);
        try {
            return new Plan(Window.of(start, zone, opensFor, dueAfter), text(opensFor), text(dueAfter));
        } catch (BadSchedule e) {
            var pointer = e.code() == BadSchedule.Code.DUE_AFTER_CLOSE ? "/schedule/dueAfter" : "/schedule/start";
            throw refused(pointer, e);
        }
    }

    private static LocalDateTime start(@Nullable String start, ZoneId zone, Instant now) {
        if (start == null) {
            return now.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return start.contains("T")
                    ? LocalDateTime.parse(start)
                    : LocalDate.parse(start).atStartOfDay();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    "/schedule/start",
                    "not-a-local-time",
                    "A local date (2026-12-01) or date-time (2026-12-01T08:30).");
        }
    }

    private static ZoneId zone(@Nullable String id, ZoneId clientZone) {
        if (id == null) {
            return clientZone;
        }
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw ProblemException.invalid("/schedule/timeZone", "unknown-zone", "Not an IANA time zone.");
        }
        return ZoneId.of(id);
    }

    private static @Nullable Span span(@Nullable String iso, String pointer) {
        try {
            return iso == null ? null : Span.parse(iso);
        } catch (BadSchedule e) {
            throw refused(pointer, e);
        }
    }

    private static ProblemException refused(String pointer, BadSchedule e) {
        var code = e.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ProblemException.invalid(pointer, code, String.valueOf(e.getMessage()));
    }

    private static @Nullable String text(@Nullable Span span) {
        return span == null ? null : span.toString();
    }
}

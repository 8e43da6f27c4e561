package dev.kith.assignment;

import dev.kith.assignment.AskedSchedule.AskedTime;
import dev.kith.assignment.ScheduleView.AnchorView;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.DayWindow;
import dev.kith.recurrence.Schedule;
import dev.kith.recurrence.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that was asked for, read and checked.
 *
 * @param followsClient whether nobody named a zone, so that it is the client's wherever they go
 */
record Plan(Schedule schedule, ScheduleView kept, boolean followsClient) {
    private static final Span A_DAY = Span.ofDays(1);
    private static final Span A_WEEK = Span.ofDays(7);

    /**
     * Refuses what cannot be read with a pointer below {@code /schedule} or {@code /dose}.
     *
     * @param anchor what it hangs on; null where it hangs on a date
     */
    static Plan of(
            @Nullable AskedSchedule asked,
            @Nullable AskedDose dose,
            ZoneId clientZone,
            @Nullable Anchor anchor,
            Instant now) {
        var schedule = asked == null ? AskedSchedule.NOW : asked;
        var zone = schedule.timeZone() == null ? clientZone : ZoneId.of(schedule.timeZone());
        var usual = dose == null && needsAnEnd(schedule.times()) ? usual(schedule.rrule()) : null;
        var opensFor = span(schedule.opensFor(), "/schedule/opensFor");
        var dueAfter = span(schedule.dueAfter(), "/schedule/dueAfter");
        var idleFor = span(schedule.idleFor(), "/schedule/idleFor");
        var start = anchor == null ? start(schedule.start(), zone, now) : anchored(schedule, anchor.in(zone));
        try {
            var engine = new Schedule(
                    start,
                    zone,
                    schedule.rrule(),
                    locals(schedule.rdates(), "/schedule/rdates"),
                    locals(schedule.exdates(), "/schedule/exdates"),
                    times(schedule.times()),
                    dose == null ? null : dose.engine(),
                    opensFor == null ? open(usual, dueAfter) : opensFor,
                    dueAfter == null ? due(usual, opensFor) : dueAfter,
                    span(schedule.grace(), "/schedule/grace"),
                    schedule.endsOn());
            return new Plan(engine, ScheduleView.of(engine, idleFor, anchor(schedule)), schedule.timeZone() == null);
        } catch (BadSchedule e) {
            throw refused(e.pointer().startsWith("/dose") ? e.pointer() : "/schedule" + e.pointer(), e);
        }
    }

    /** Whether any of it has no closing time of its own. */
    private static boolean needsAnEnd(@Nullable List<AskedTime> times) {
        return times == null || times.isEmpty() || times.stream().anyMatch(time -> time.to() == null);
    }

    /** What recurs is open until it comes again, so that a client never faces a heap of the same. */
    private static @Nullable Span usual(@Nullable String rrule) {
        if (rrule == null) {
            return null;
        }
        var rule = rrule.toUpperCase(Locale.ROOT);
        return rule.contains("FREQ=DAILY") ? A_DAY : rule.contains("FREQ=WEEKLY") ? A_WEEK : null;
    }

    /** As usual; where it is due later than that, until then. */
    private static @Nullable Span open(@Nullable Span usual, @Nullable Span due) {
        return usual == null || due == null || !isLonger(due, usual) ? usual : due;
    }

    /** As usual, but never after closing. */
    private static @Nullable Span due(@Nullable Span usual, @Nullable Span open) {
        return usual == null || open == null || !isLonger(usual, open) ? usual : open;
    }

    private static boolean isLonger(Span one, Span other) {
        return one.nominal().compareTo(other.nominal()) > 0;
    }

    private static LocalDateTime start(@Nullable String start, ZoneId zone, Instant now) {
        return start == null
                ? now.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS)
                : local(start, "/schedule/start");
    }

    /** So far from what it hangs on; a start beside it would be a second one. */
    private static LocalDateTime anchored(AskedSchedule schedule, LocalDateTime from) {
        if (schedule.start() != null) {
            throw ProblemException.invalid(
                    "/schedule/start", "start-and-anchor", "The anchor says when it starts; leave one of the two out.");
        }
        var anchor = schedule.anchor();
        return anchor == null ? from : shifted(from, anchor.offset());
    }

    static LocalDateTime shifted(LocalDateTime from, @Nullable String offset) {
        if (offset == null) {
            return from;
        }
        var back = offset.startsWith("-");
        var span = span(back ? offset.substring(1) : offset, "/schedule/anchor/offset");
        if (span == null) {
            return from;
        }
        return back
                ? from.minus(span.date()).minus(span.time())
                : from.plus(span.date()).plus(span.time());
    }

    private static @Nullable AnchorView anchor(AskedSchedule schedule) {
        var anchor = schedule.anchor();
        return anchor == null ? null : new AnchorView(anchor.appointment(), anchor.enrollment(), anchor.offset());
    }

    private static List<LocalDateTime> locals(@Nullable List<String> texts, String pointer) {
        var read = new ArrayList<LocalDateTime>();
        if (texts != null) {
            for (var i = 0; i < texts.size(); i++) {
                read.add(local(texts.get(i), pointer + "/" + i));
            }
        }
        return read;
    }

    private static LocalDateTime local(String text, String pointer) {
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    pointer, "not-a-local-time", "A local date (2026-12-01) or date-time (2026-12-01T08:30).");
        }
    }

    private static List<DayWindow> times(@Nullable List<AskedTime> asked) {
        var read = new ArrayList<DayWindow>();
        if (asked != null) {
            for (var i = 0; i < asked.size(); i++) {
                var one = asked.get(i);
                var pointer = "/schedule/times/" + i;
                read.add(new DayWindow(
                        time(one.from(), pointer + "/from"),
                        one.to() == null ? null : time(one.to(), pointer + "/to")));
            }
        }
        return read;
    }

    private static LocalTime time(String text, String pointer) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(pointer, "not-a-local-time", "A local time of day (08:30).");
        }
    }

    private static @Nullable Span span(@Nullable String iso, String pointer) {
        try {
            return iso == null ? null : Span.parse(iso);
        } catch (BadSchedule e) {
            throw refused(pointer, e);
        }
    }

    private static ProblemException refused(String pointer, BadSchedule e) {
        var code = e.code().word();
        return ProblemException.invalid(pointer, code, String.valueOf(e.getMessage()));
    }
}

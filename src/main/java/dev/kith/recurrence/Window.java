package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When one task opens, is due and closes. Left out, due is 7 days after opening but not after closing, and closing is 14 days after opening but not
 * before due. Spans count from the wall time asked for, also where a clock change moved the opening.
 *
 * @param local the wall time asked for
 * @param dueAt never before opensAt
 * @param closesAt never before dueAt
 * @param lateAfter an answer that was given by then is on time: due and its grace. It may lie after closing, for what an app brings later
 * @param shifted what a clock change did to the opening
 */
public record Window(
        LocalDateTime local,
        ZoneId zone,
        Instant opensAt,
        Instant dueAt,
        Instant closesAt,
        Instant lateAfter,
        Shift shifted) {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2200;
    private static final Span DUE = Span.ofDays(7);
    private static final Span CLOSES = Span.ofDays(14);

    /** Opens when the day starts. */
    public static Window of(LocalDate start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter) {
        return of(start.atStartOfDay(), zone, opensFor, dueAfter);
    }

    /** Opens at a wall time, without grace. */
    public static Window of(LocalDateTime start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter) {
        return of(start, zone, opensFor, dueAfter, null);
    }

    /**
     * Opens at a wall time.
     *
     * @throws BadSchedule when it would close before it is due, or starts before 1970 or after 2200
     */
    public static Window of(
            LocalDateTime start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter, @Nullable Span grace) {
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw new BadSchedule(Code.START_OUT_OF_RANGE, "/start", "must start between 1970 and 2200");
        }
        if (dueAfter != null
                && opensFor != null
                && after(start, zone, dueAfter).isAfter(after(start, zone, opensFor))) {
            throw new BadSchedule(Code.DUE_AFTER_CLOSE, "/dueAfter", "must not be due after it closes");
        }
        return yielding(start, zone, opensFor, dueAfter, grace);
    }

    /** As {@code of}, but where a clock change or a short month alone puts due after closing, due gives way. */
    static Window yielding(
            LocalDateTime start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter, @Nullable Span grace) {
        var due = after(start, zone, dueAfter == null ? DUE : dueAfter);
        var closes = after(start, zone, opensFor == null ? CLOSES : opensFor);
        if (due.isAfter(closes)) {
            if (opensFor == null) {
                closes = due;
            } else {
                due = closes;
            }
        }
        return made(start, zone, due, closes, grace);
    }

    /** Closes at a wall time, and is due then or by an earlier span. Where a gap takes all of it away, it keeps its length after the gap. */
    static Window until(
            LocalDateTime start, LocalDateTime end, ZoneId zone, @Nullable Span dueAfter, @Nullable Span grace) {
        var opens = WallTime.of(start, zone).instant();
        var closes = WallTime.of(end, zone).instant();
        if (!closes.isAfter(opens)) {
            closes = opens.plus(Duration.between(start, end));
        }
        var due = dueAfter == null ? closes : after(start, zone, dueAfter);
        return made(start, zone, due.isAfter(closes) ? closes : due, closes, grace);
    }

    private static Window made(LocalDateTime start, ZoneId zone, Instant due, Instant closes, @Nullable Span grace) {
        var opens = WallTime.of(start, zone);
        return new Window(start, zone, opens.instant(), due, closes, late(due, zone, grace), opens.shift());
    }

    private static Instant late(Instant due, ZoneId zone, @Nullable Span grace) {
        if (grace == null) {
            return due;
        }
        return grace.date().isZero()
                ? due.plus(grace.time()) // exact, also where due is the second of two equal wall times
                : after(LocalDateTime.ofInstant(due, zone), zone, grace);
    }

    private static Instant after(LocalDateTime start, ZoneId zone, Span span) {
        return WallTime.of(start.plus(span.date()), zone).instant().plus(span.time());
    }
}

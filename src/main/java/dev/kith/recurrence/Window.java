package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
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
 * @param shifted what a clock change did to the opening
 */
public record Window(
        LocalDateTime local, ZoneId zone, Instant opensAt, Instant dueAt, Instant closesAt, Shift shifted) {

    private static final Span DUE = Span.ofDays(7);
    private static final Span CLOSES = Span.ofDays(14);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    /** Opens when the day starts. */
    public static Window of(LocalDate start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter) {
        return of(start.atStartOfDay(), zone, opensFor, dueAfter);
    }

    /**
     * Opens at a wall time.
     *
     * @throws BadSchedule when it would close before it is due, or starts before 1970 or after 2200
     */
    public static Window of(LocalDateTime start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter) {
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw new BadSchedule(Code.START_OUT_OF_RANGE, "must start between 1970 and 2200");
        }
        var opens = WallTime.of(start, zone);
        var due = after(start, zone, dueAfter == null ? DUE : dueAfter);
        var closes = after(start, zone, opensFor == null ? CLOSES : opensFor);
        if (due.isAfter(closes)) {
            if (dueAfter != null && opensFor != null) {
                throw new BadSchedule(Code.DUE_AFTER_CLOSE, "must not be due after it closes");
            }
            if (opensFor == null) {
                closes = due;
            } else {
                due = closes;
            }
        }
        return new Window(start, zone, opens.instant(), due, closes, opens.shift());
    }

    private static Instant after(LocalDateTime start, ZoneId zone, Span span) {
        return WallTime.of(start.plus(span.date()), zone).instant().plus(span.time());
    }
}

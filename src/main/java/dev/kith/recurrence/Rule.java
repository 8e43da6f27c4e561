package dev.kith.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule of RFC 5545, read and checked, its lists in order and without repeats.
 *
 * @param until the last local time that may come of it
 */
record Rule(
        Frequency frequency,
        int interval,
        @Nullable Integer count,
        @Nullable LocalDateTime until,
        List<Integer> months,
        List<Integer> weekNumbers,
        List<Integer> yearDays,
        List<Integer> monthDays,
        List<Weekday> days,
        List<Integer> positions,
        DayOfWeek weekStart) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /**
     * A weekday of a rule.
     *
     * @param ordinal which one of the month or year, from its end when negative; 0 for each
     */
    record Weekday(int ordinal, DayOfWeek day) {
        @Override
        public String toString() {
            return (ordinal == 0 ? "" : ordinal) + code(day);
        }
    }

    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** As the library is asked: our own end in place of the rule's, so that it never looks further than we do. */
    String endingAt(LocalDateTime end) {
        return text(";UNTIL=" + end.format(STAMP));
    }

    /** What no part says, taken from the start and said: RFC 5545 has FREQ=MONTHLY from the 15th mean BYMONTHDAY=15. */
    Rule saying(LocalDateTime start) {
        var day = start.toLocalDate();
        if (frequency == Frequency.DAILY || !yearDays.isEmpty() || !monthDays.isEmpty() || !days.isEmpty()) {
            return this;
        }
        if (frequency == Frequency.WEEKLY || !weekNumbers.isEmpty()) {
            return with(months, monthDays, List.of(new Weekday(0, day.getDayOfWeek())));
        }
        var said = frequency == Frequency.MONTHLY || !months.isEmpty() ? months : List.of(day.getMonthValue());
        return with(said, List.of(day.getDayOfMonth()), days);
    }

    /** The beginning of the interval before the one that holds the start. From there each interval is whole, and BYSETPOS counts all of it. */
    LocalDateTime intervalBefore(LocalDateTime start) {
        return switch (frequency) {
            case DAILY -> start.minusDays(interval);
            case WEEKLY ->
                start.with(TemporalAdjusters.previousOrSame(weekStart)).minusWeeks(interval);
            case MONTHLY -> start.withDayOfMonth(1).minusMonths(interval);
            case YEARLY -> start.withDayOfYear(1).minusYears(interval);
        };
    }

    Rule with(List<Integer> otherMonths, List<Integer> otherMonthDays, List<Weekday> otherDays) {
        return new Rule(
                frequency,
                interval,
                count,
                until,
                otherMonths,
                weekNumbers,
                yearDays,
                otherMonthDays,
                otherDays,
                positions,
                weekStart);
    }

    /** In one order, with nothing that goes without saying; UNTIL in local time. Reads back as the same rule. */
    @Override
    public String toString() {
        if (count != null) {
            return text(";COUNT=" + count);
        }
        return text(until == null ? "" : ";UNTIL=" + until.format(STAMP));
    }

    /** Without its end. */
    String withoutEnd() {
        return text("");
    }

    private String text(String end) {
        return "FREQ=" + frequency
                + (interval == 1 ? "" : ";INTERVAL=" + interval)
                + end
                + part("BYMONTH", months)
                + part("BYWEEKNO", weekNumbers)
                + part("BYYEARDAY", yearDays)
                + part("BYMONTHDAY", monthDays)
                + part("BYDAY", days)
                + part("BYSETPOS", positions)
                + (weekStart == DayOfWeek.MONDAY ? "" : ";WKST=" + code(weekStart));
    }

    private static String part(String name, Collection<?> values) {
        return values.isEmpty()
                ? ""
                : ";" + name + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

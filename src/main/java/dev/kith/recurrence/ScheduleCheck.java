package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schedule must keep, cheap checks first; the last one expands it once, never further than one task too many. */
final class ScheduleCheck {

    private static final int MOST_DATES = 366;
    private static final int MOST_TIMES = 24;
    private static final int YEARS = 2;

    private ScheduleCheck() {}

    static void sizes(List<LocalDateTime> rdates, List<LocalDateTime> exdates, List<DayWindow> times) {
        most(rdates, MOST_DATES, "/rdates");
        most(exdates, MOST_DATES, "/exdates");
        most(times, MOST_TIMES, "/times");
    }

    static void start(LocalDateTime start) {
        if (!inYears(start)) {
            throw new BadSchedule(Code.START_OUT_OF_RANGE, "/start", "must start between 1970 and 2200");
        }
        whole(start.toLocalTime(), "/start");
    }

    static void end(LocalDateTime start, @Nullable Rule rule, @Nullable Dose dose, @Nullable LocalDate endsOn) {
        var furthest = start.plusYears(YEARS);
        if (endsOn != null) {
            if (endsOn.isBefore(start.toLocalDate())) {
                throw new BadSchedule(Code.ENDS_BEFORE_START, "/endsOn", "must not end before it starts");
            }
            if (endsOn.isAfter(furthest.toLocalDate())) {
                throw new BadSchedule(Code.TOO_LONG, "/endsOn", "must end within two years of the start");
            }
        }
        if (rule == null) {
            return;
        }
        var until = rule.until();
        if (until != null && until.isBefore(start)) {
            throw new BadSchedule(Code.ENDS_BEFORE_START, "/rrule", "UNTIL must not lie before the start");
        }
        var untilNear = until != null && !until.toLocalDate().isAfter(furthest.toLocalDate());
        if (rule.count() == null && !untilNear && endsOn == null) {
            throw new BadSchedule(
                    Code.UNBOUNDED,
                    "/rrule",
                    "must end: by COUNT, or by UNTIL or endsOn within two years of the start");
        }
    }

    static void times(List<DayWindow> times) {
        var seen = new HashSet<LocalTime>();
        for (int i = 0; i < times.size(); i++) {
            var time = times.get(i);
            whole(time.from(), "/times/" + i + "/from");
            if (time.to() != null) {
                whole(time.to(), "/times/" + i + "/to");
            }
            if (!seen.add(time.from())) {
                throw new BadSchedule(
                        Code.SAME_TIME_TWICE, "/times/" + i + "/from", "must not open twice at the same time of day");
            }
        }
    }

    static void dates(LocalDateTime earliest, List<LocalDateTime> rdates, List<LocalDateTime> exdates) {
        for (int i = 0; i < rdates.size(); i++) {
            date(rdates.get(i), "/rdates/" + i);
            if (rdates.get(i).isBefore(earliest)) {
                throw new BadSchedule(Code.BEFORE_START, "/rdates/" + i, "must not lie before the start");
            }
        }
        for (int i = 0; i < exdates.size(); i++) {
            date(exdates.get(i), "/exdates/" + i);
        }
    }

    static void dose(@Nullable Dose dose, List<DayWindow> times, @Nullable Span opensFor) {
        if (dose == null) {
            return;
        }
        if (dose.times() < 1 || dose.times() > Dose.MOST) {
            throw new BadSchedule(Code.OUT_OF_RANGE, "/dose/times", "must be 1 to " + Dose.MOST + " times");
        }
        if (!times.isEmpty()) {
            throw new BadSchedule(Code.NOT_TOGETHER, "/times", "must not be given with a dose");
        }
        if (opensFor != null) {
            throw new BadSchedule(
                    Code.NOT_TOGETHER, "/opensFor", "must not be given with a dose: it closes with its period");
        }
    }

    /** By the calendar alone; a clock change must not decide whether a schedule is right. */
    static void spans(LocalDateTime start, @Nullable Dose dose, @Nullable Span opensFor, @Nullable Span dueAfter) {
        if (dose == null) {
            Window.of(start, ZoneOffset.UTC, opensFor, dueAfter);
        } else if (dueAfter != null
                && start.plus(dueAfter.date())
                        .plus(dueAfter.time())
                        .isAfter(dose.per().later(start, 1))) {
            throw new BadSchedule(Code.DUE_AFTER_CLOSE, "/dueAfter", "must not be due after its period ends");
        }
    }

    static void all(Starts starts) {
        var dose = starts.dose();
        var rule = starts.rule();
        var named = starts.named(starts.start()).limit(Schedule.MOST + 1L).toList();
        if (named.isEmpty() && rule != null) {
            throw new BadSchedule(
                    Code.NEVER, "/rrule", "must name at least one day, and not one that is more than ten years away");
        }
        if (rule != null && rule.count() != null && starts.endsOn() == null) {
            reached(starts, named, rule.count());
        }
        if (dose != null && rule != null) {
            for (int i = 1; i < named.size(); i++) {
                if (named.get(i - 1).plusDays(dose.per().apart).isAfter(named.get(i))) {
                    throw new BadSchedule(
                            Code.PERIODS_OVERLAP, "/rrule", "must not begin a period of the dose within another");
                }
            }
        }
        var tasks = starts.from(starts.start()).limit(Schedule.MOST + 1L).count() * (dose == null ? 1 : dose.times());
        if (tasks == 0) {
            var pointer = named.isEmpty() ? "/times" : "/exdates";
            throw new BadSchedule(Code.NEVER, pointer, "must leave at least one time to open at");
        }
        if (tasks > Schedule.MOST) {
            var pointer = dose != null ? "/dose" : !starts.times().isEmpty() ? "/times" : "/rrule";
            throw new BadSchedule(Code.TOO_MANY, pointer, "must give 1,000 tasks at most");
        }
    }

    private static void reached(Starts starts, List<LocalDateTime> named, int count) {
        var days = starts.times().isEmpty()
                ? named.size()
                : named.stream().map(LocalDateTime::toLocalDate).distinct().count();
        if (days < count && named.size() <= Schedule.MOST) {
            throw new BadSchedule(Code.TOO_LONG, "/rrule", "must reach its COUNT by the year " + Window.LAST_YEAR);
        }
    }

    private static void date(LocalDateTime date, String pointer) {
        if (!inYears(date)) {
            throw new BadSchedule(Code.OUT_OF_RANGE, pointer, "must lie between 1970 and 2200");
        }
        whole(date.toLocalTime(), pointer);
    }

    private static boolean inYears(LocalDateTime date) {
        return date.getYear() >= Window.FIRST_YEAR && date.getYear() <= Window.LAST_YEAR;
    }

    private static void whole(LocalTime time, String pointer) {
        if (time.getNano() != 0) {
            throw new BadSchedule(Code.TOO_FINE, pointer, "must be in whole seconds");
        }
    }

    private static void most(List<?> list, int most, String pointer) {
        if (list.size() > most) {
            throw new BadSchedule(Code.TOO_MANY, pointer, "must have " + most + " entries at most");
        }
    }
}

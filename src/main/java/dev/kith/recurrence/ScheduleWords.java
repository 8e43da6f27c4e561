package dev.kith.recurrence;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A whole schedule in English: what its rule says, when in the day, how much, and for how long. */
final class ScheduleWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final LocalTime DAY_ENDS = LocalTime.of(23, 59, 59);

    private ScheduleWords() {}

    static String of(Schedule schedule, @Nullable Rule rule, @Nullable LocalDateTime until) {
        return given(schedule, rule, until != null) + ends(schedule, rule, until) + dates(schedule);
    }

    private static String given(Schedule schedule, @Nullable Rule rule, boolean ends) {
        var when = rule == null
                ? "on " + DATE.format(schedule.start()) + times(schedule)
                : RuleWords.of(rule, schedule.start()) + times(schedule);
        var dose = schedule.dose();
        if (dose == null) {
            return rule == null
                            && schedule.rdates().isEmpty()
                            && schedule.times().size() < 2
                    ? "once, " + when
                    : when;
        }
        var often = dose.times() == 1 ? "once" : dose.times() + " times";
        var per = dose.per().name().toLowerCase(Locale.ROOT);
        if (rule != null) {
            return often + " within a " + per + " that begins " + when;
        }
        return often + (ends ? " every " : " within a ") + per + ", beginning " + when;
    }

    private static String times(Schedule schedule) {
        var times = schedule.times();
        if (times.isEmpty()) {
            return " at " + schedule.start().toLocalTime();
        }
        return " "
                + RuleWords.list(times.stream()
                        .map(time -> time.to() == null
                                ? "at " + time.from()
                                : "between " + time.from() + " and " + time.to())
                        .toList());
    }

    private static String ends(Schedule schedule, @Nullable Rule rule, @Nullable LocalDateTime until) {
        var words = new StringBuilder();
        if (rule != null && rule.count() != null) {
            var unit = schedule.dose() != null ? "period" : schedule.times().isEmpty() ? "time" : "day";
            words.append(schedule.times().isEmpty() && schedule.dose() == null ? ", " : ", for ")
                    .append(many(rule.count(), unit));
        }
        if (until != null) {
            words.append(", until ").append(DATE.format(until));
            if (!until.toLocalTime().equals(DAY_ENDS)) {
                words.append(" at ").append(until.toLocalTime());
            }
        }
        return words.toString();
    }

    private static String dates(Schedule schedule) {
        return (schedule.rdates().isEmpty()
                        ? ""
                        : ", and on " + many(schedule.rdates().size(), "more date"))
                + (schedule.exdates().isEmpty()
                        ? ""
                        : ", but not on " + many(schedule.exdates().size(), "date"));
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

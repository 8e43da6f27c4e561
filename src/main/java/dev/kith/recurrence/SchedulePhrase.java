package dev.kith.recurrence;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A whole schedule as a phrase: what its rule says, when in the day, how much, and for how long. */
final class SchedulePhrase {

    private static final LocalTime DAY_ENDS = LocalTime.of(23, 59, 59);

    private SchedulePhrase() {}

    static Phrase of(Schedule schedule, @Nullable Rule rule, @Nullable LocalDateTime until) {
        var phrase = given(schedule, rule, until != null);
        if (rule != null && rule.count() != null) {
            phrase = Phrase.of(counted(schedule), phrase, rule.count());
        }
        if (until != null) {
            phrase = until.toLocalTime().equals(DAY_ENDS)
                    ? Phrase.of("schedule.until-day", phrase, until.toLocalDate())
                    : Phrase.of("schedule.until-moment", phrase, until.toLocalDate(), until.toLocalTime());
        }
        if (!schedule.rdates().isEmpty()) {
            phrase = Phrase.of("schedule.and-on", phrase, schedule.rdates().size());
        }
        return schedule.exdates().isEmpty()
                ? phrase
                : Phrase.of("schedule.but-not-on", phrase, schedule.exdates().size());
    }

    private static Phrase given(Schedule schedule, @Nullable Rule rule, boolean ends) {
        var when = rule == null
                ? Phrase.of("schedule.on-date", schedule.start().toLocalDate(), times(schedule))
                : Phrase.of("schedule.by-rule", RulePhrase.of(rule, schedule.start()), times(schedule));
        var dose = schedule.dose();
        if (dose == null) {
            return rule == null
                            && schedule.rdates().isEmpty()
                            && schedule.times().size() < 2
                    ? Phrase.of("schedule.once", when)
                    : when;
        }
        var per = "dose." + dose.per().name().toLowerCase(Locale.ROOT);
        var how = rule != null ? ".by-rule" : ends ? ".each" : ".one";
        return Phrase.of(per + how, dose.times(), when);
    }

    private static List<Phrase> times(Schedule schedule) {
        if (schedule.times().isEmpty()) {
            return List.of(Phrase.of("time.at", schedule.start().toLocalTime()));
        }
        return schedule.times().stream()
                .map(time -> time.to() == null
                        ? Phrase.of("time.at", time.from())
                        : Phrase.of("time.between", time.from(), time.to()))
                .toList();
    }

    /** What the count of a rule counts. */
    private static String counted(Schedule schedule) {
        if (schedule.dose() != null) {
            return "schedule.for-periods";
        }
        return schedule.times().isEmpty() ? "schedule.so-many-times" : "schedule.for-days";
    }
}

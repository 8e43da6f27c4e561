package dev.kith.recurrence;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a schedule opens what it opens.
 *
 * @param phrase a part of a sentence: "every week on Monday and Thursday at 09:00, 12 times". A rule that has no short words is named as it is
 * @param frequency of the rule; null without one
 * @param interval every so many of them
 * @param days as the rule names them: MO, 2TU, -1FR
 * @param count of the rule; days when times of day are given
 * @param until the last local time at which anything may open
 */
public record Explained(
        Phrase phrase,
        @Nullable Frequency frequency,
        int interval,
        List<String> days,
        @Nullable Integer count,
        @Nullable LocalDateTime until) {

    static Explained of(Schedule schedule, @Nullable Rule rule) {
        var until = rule == null ? null : rule.until();
        var endsOn = schedule.endsOn();
        if (endsOn != null && (until == null || until.toLocalDate().isAfter(endsOn))) {
            until = endsOn.atTime(23, 59, 59);
        }
        var phrase = SchedulePhrase.of(schedule, rule, until);
        return rule == null
                ? new Explained(phrase, null, 1, List.of(), null, until)
                : new Explained(
                        phrase,
                        rule.frequency(),
                        rule.interval(),
                        rule.days().stream().map(Rule.Weekday::toString).toList(),
                        rule.count(),
                        until);
    }
}

package dev.kith.reminder;

import dev.kith.pace.Timing;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.Span;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept, with its durations taken apart: PostgreSQL adds days by the calendar, and the rest exactly.
 *
 * @param slot what makes it the same rule tomorrow: channel, moment and lead
 */
record KeptRule(
        String slot,
        Channel channel,
        Moment moment,
        @Nullable String lead,
        String leadDays,
        String leadTime,
        int repeats,
        @Nullable String every,
        String everyDays,
        String everyTime) {
    private static final String NONE = "PT0S";

    ReminderRule said() {
        return new ReminderRule(channel, moment, lead, repeats == 0 ? null : repeats, every);
    }

    static List<KeptRule> of(List<ReminderRule> rules) {
        var kept = new ArrayList<KeptRule>();
        var slots = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = of(rules.get(i), "/rules/" + i);
            if (!slots.add(rule.slot())) {
                throw ProblemException.invalid(
                        "/rules/" + i, "twice", "Another rule has this channel, moment and lead.");
            }
            kept.add(rule);
        }
        return List.copyOf(kept);
    }

    private static KeptRule of(ReminderRule rule, String at) {
        var timing = Timing.read(rule.lead(), rule.repeats(), rule.every(), at);
        var lead = timing.lead();
        var every = timing.every();
        var slot = rule.channel().code() + " " + rule.moment().code() + (lead == null ? "" : " " + lead);
        return new KeptRule(
                slot,
                rule.channel(),
                rule.moment(),
                lead == null ? null : lead.toString(),
                days(lead),
                time(lead),
                timing.repeats(),
                every == null ? null : every.toString(),
                days(every),
                time(every));
    }

    private static String days(@Nullable Span span) {
        return span == null ? Period.ZERO.toString() : span.date().toString();
    }

    private static String time(@Nullable Span span) {
        return span == null ? NONE : span.time().toString();
    }
}

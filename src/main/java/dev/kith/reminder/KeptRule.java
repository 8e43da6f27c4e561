package dev.kith.reminder;

import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Span;
import java.time.Duration;
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
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration SHORTEST_PAUSE = Duration.ofHours(1);
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
        var repeats = rule.repeats() == null ? 0 : rule.repeats();
        if ((repeats > 0) != (rule.every() != null)) {
            throw ProblemException.invalid(at + "/every", "with-repeats", "Say repeats and every, or neither.");
        }
        var lead = span(rule.lead(), at + "/lead");
        var every = span(rule.every(), at + "/every");
        if (every != null && nominal(every).compareTo(SHORTEST_PAUSE) < 0) {
            throw ProblemException.invalid(at + "/every", "too-short", "An hour at least.");
        }
        var slot = rule.channel().code() + " " + rule.moment().code() + (lead == null ? "" : " " + lead);
        return new KeptRule(
                slot,
                rule.channel(),
                rule.moment(),
                lead == null ? null : lead.toString(),
                days(lead),
                time(lead),
                repeats,
                every == null ? null : every.toString(),
                days(every),
                time(every));
    }

    private static @Nullable Span span(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        try {
            var span = Span.parse(text);
            if (nominal(span).compareTo(LONGEST) > 0) {
                throw ProblemException.invalid(at, "too-long", "31 days at most.");
            }
            return span;
        } catch (BadSchedule e) {
            throw ProblemException.invalid(at, e.code().word(), "It " + e.getMessage() + ".");
        }
    }

    private static Duration nominal(Span span) {
        return Duration.ofDays(span.date().toTotalMonths() * 30 + span.date().getDays())
                .plus(span.time());
    }

    private static String days(@Nullable Span span) {
        return span == null ? Period.ZERO.toString() : span.date().toString();
    }

    private static String time(@Nullable Span span) {
        return span == null ? NONE : span.time().toString();
    }
}

package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import java.util.stream.Stream;

/** Which parts of a rule go together, by RFC 5545. */
final class RuleCheck {

    private RuleCheck() {}

    /** FREQ=YEARLY;BYMONTHDAY=15 is the 15th of each month by the table of RFC 5545. Some programs take the start's month alone: so we say it. */
    static boolean everyMonth(Rule rule) {
        return rule.frequency() == Frequency.YEARLY
                && !rule.monthDays().isEmpty()
                && rule.months().isEmpty()
                && rule.weekNumbers().isEmpty()
                && rule.yearDays().isEmpty();
    }

    static void agree(Rule rule) {
        var frequency = rule.frequency();
        allow(rule.count() == null || rule.until() == null, "must not have both COUNT and UNTIL");
        allow(rule.weekNumbers().isEmpty() || frequency == Frequency.YEARLY, "BYWEEKNO goes with FREQ=YEARLY only");
        allow(rule.yearDays().isEmpty() || frequency == Frequency.YEARLY, "BYYEARDAY goes with FREQ=YEARLY only");
        allow(rule.monthDays().isEmpty() || frequency != Frequency.WEEKLY, "BYMONTHDAY does not go with FREQ=WEEKLY");
        if (rule.days().stream().anyMatch(day -> day.ordinal() != 0)) {
            allow(
                    frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY,
                    "BYDAY with a number goes with FREQ=MONTHLY or YEARLY only");
            allow(rule.weekNumbers().isEmpty(), "BYDAY with a number does not go with BYWEEKNO");
            allow(
                    frequency == Frequency.MONTHLY
                            || rule.monthDays().isEmpty()
                            || !rule.months().isEmpty(),
                    "BYDAY with a number and BYMONTHDAY go with FREQ=YEARLY only together with BYMONTH");
        }
        allow(
                rule.positions().isEmpty()
                        || Stream.of(rule.months(), rule.weekNumbers(), rule.yearDays(), rule.monthDays(), rule.days())
                                .anyMatch(list -> !list.isEmpty()),
                "BYSETPOS needs another BY part");
    }

    private static void allow(boolean fine, String message) {
        if (!fine) {
            throw new BadSchedule(Code.NOT_TOGETHER, "/rrule", message);
        }
    }
}

package dev.kith.recurrence;

import dev.kith.recurrence.Rule.Weekday;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as a phrase, without its end. Only shapes that have short and true words get them; any other is named by its own text. */
final class RulePhrase {

    private RulePhrase() {}

    static Phrase of(Rule rule, LocalDateTime start) {
        var phrase = rule.positions().isEmpty()
                        && rule.weekNumbers().isEmpty()
                        && rule.yearDays().isEmpty()
                        && (rule.monthDays().isEmpty() || rule.days().isEmpty())
                ? simple(rule, start)
                : null;
        return phrase == null ? Phrase.of("rule.verbatim", rule.withoutEnd()) : phrase;
    }

    private static @Nullable Phrase simple(Rule rule, LocalDateTime start) {
        return switch (rule.frequency()) {
            case DAILY ->
                rule.monthDays().isEmpty()
                        ? onlyIn(rule, daily(rule), !rule.days().isEmpty())
                        : null;
            case WEEKLY -> onlyIn(rule, weekly(rule, start), saysWhenWeeksBegin(rule));
            case MONTHLY -> onlyIn(rule, Phrase.of("rule.monthly", rule.interval(), within(rule, start)), false);
            case YEARLY -> yearly(rule, start);
        };
    }

    /** A phrase that says something in between already is told apart: where that is closed with a comma, there is no second one. */
    private static Phrase onlyIn(Rule rule, Phrase all, boolean saysMore) {
        return rule.months().isEmpty()
                ? all
                : Phrase.of(saysMore ? "rule.only-in-too" : "rule.only-in", all, months(rule));
    }

    private static Phrase daily(Rule rule) {
        var every = Phrase.of("rule.daily", rule.interval());
        return rule.days().isEmpty() ? every : Phrase.of("rule.only-on", every, names(rule));
    }

    private static Phrase weekly(Rule rule, LocalDateTime start) {
        List<DayOfWeek> on = rule.days().isEmpty() ? List.of(start.getDayOfWeek()) : names(rule);
        var every = Phrase.of("rule.weekly", rule.interval(), on);
        return saysWhenWeeksBegin(rule) ? Phrase.of("rule.weeks-begin", every, rule.weekStart()) : every;
    }

    private static boolean saysWhenWeeksBegin(Rule rule) {
        return rule.interval() > 1 && rule.weekStart() != DayOfWeek.MONDAY;
    }

    private static @Nullable Phrase yearly(Rule rule, LocalDateTime start) {
        if (!rule.months().isEmpty()) {
            return Phrase.of("rule.yearly-in", rule.interval(), within(rule, start), months(rule));
        }
        return rule.days().isEmpty() && rule.monthDays().isEmpty()
                ? Phrase.of("rule.yearly", rule.interval(), MonthDay.from(start))
                : null;
    }

    /** Which days of a month. */
    private static List<Phrase> within(Rule rule, LocalDateTime start) {
        if (!rule.days().isEmpty()) {
            return rule.days().stream().map(RulePhrase::weekday).toList();
        }
        return rule.monthDays().isEmpty()
                ? List.of(day(start.getDayOfMonth()))
                : rule.monthDays().stream()
                        .sorted((one, other) ->
                                Integer.compare(one < 0 ? one + 100 : one, other < 0 ? other + 100 : other))
                        .map(RulePhrase::day)
                        .toList();
    }

    private static Phrase day(int number) {
        return number > 0 ? Phrase.of("day.number", number) : Phrase.of("day.from-end", -number);
    }

    private static Phrase weekday(Weekday day) {
        if (day.ordinal() == 0) {
            return Phrase.of("weekday.each", day.day());
        }
        return day.ordinal() > 0
                ? Phrase.of("weekday.number", day.ordinal(), day.day())
                : Phrase.of("weekday.from-end", -day.ordinal(), day.day());
    }

    private static List<DayOfWeek> names(Rule rule) {
        return rule.days().stream().map(Weekday::day).toList();
    }

    private static List<Month> months(Rule rule) {
        return rule.months().stream().map(Month::of).toList();
    }
}

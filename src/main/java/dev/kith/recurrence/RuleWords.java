package dev.kith.recurrence;

import dev.kith.recurrence.Rule.Weekday;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule in English, without its end. Only shapes that have short and true words get them; any other is named by its own text. */
final class RuleWords {

    private static final List<String> ORDINALS = List.of("", "first", "second", "third", "fourth", "fifth");

    private RuleWords() {}

    static String of(Rule rule, LocalDateTime start) {
        var words = rule.positions().isEmpty()
                        && rule.weekNumbers().isEmpty()
                        && rule.yearDays().isEmpty()
                        && (rule.monthDays().isEmpty() || rule.days().isEmpty())
                ? simple(rule, start)
                : null;
        return words == null ? "by the rule " + rule.withoutEnd() : words;
    }

    private static @Nullable String simple(Rule rule, LocalDateTime start) {
        var only = rule.months().isEmpty() ? "" : ", only in " + months(rule);
        return switch (rule.frequency()) {
            case DAILY ->
                rule.monthDays().isEmpty()
                        ? every(rule, "day")
                                + (rule.days().isEmpty() ? "" : ", only on " + weekdays(rule.days()))
                                + only
                        : null;
            case WEEKLY ->
                every(rule, "week") + " on "
                        + (rule.days().isEmpty() ? name(start.getDayOfWeek()) : weekdays(rule.days()))
                        + (rule.interval() > 1 && rule.weekStart() != DayOfWeek.MONDAY
                                ? ", weeks beginning on " + name(rule.weekStart())
                                : "")
                        + only;
            case MONTHLY -> every(rule, "month") + " on " + within(rule, start) + only;
            case YEARLY -> yearly(rule, start);
        };
    }

    private static @Nullable String yearly(Rule rule, LocalDateTime start) {
        if (!rule.months().isEmpty()) {
            return every(rule, "year") + " on " + within(rule, start) + " of " + months(rule);
        }
        return rule.days().isEmpty() && rule.monthDays().isEmpty()
                ? every(rule, "year") + " on " + start.getDayOfMonth() + " " + name(start.getMonth())
                : null;
    }

    /** Which days of a month. */
    private static String within(Rule rule, LocalDateTime start) {
        if (!rule.days().isEmpty()) {
            return weekdays(rule.days());
        }
        return rule.monthDays().isEmpty()
                ? "day " + start.getDayOfMonth()
                : list(rule.monthDays().stream()
                        .sorted((one, other) ->
                                Integer.compare(one < 0 ? one + 100 : one, other < 0 ? other + 100 : other))
                        .map(day -> day > 0 ? "day " + day : fromEnd(day, "day"))
                        .toList());
    }

    private static String weekdays(List<Weekday> days) {
        return list(days.stream()
                .map(day -> {
                    var name = name(day.day());
                    if (day.ordinal() == 0) {
                        return name;
                    }
                    return day.ordinal() > 0
                            ? "the " + ORDINALS.get(day.ordinal()) + " " + name
                            : fromEnd(day.ordinal(), name);
                })
                .toList());
    }

    private static String fromEnd(int position, String what) {
        var place = -position;
        if (place == 1) {
            return "the last " + what;
        }
        return place < ORDINALS.size()
                ? "the " + ORDINALS.get(place) + " " + what + " from the end"
                : what + " " + place + " from the end";
    }

    private static String every(Rule rule, String unit) {
        return rule.interval() == 1 ? "every " + unit : "every " + rule.interval() + " " + unit + "s";
    }

    private static String months(Rule rule) {
        return list(rule.months().stream().map(Month::of).map(RuleWords::name).toList());
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** One, two and three. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}

package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import dev.kith.recurrence.Rule.Weekday;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of a rule strictly, before any work is done with it. */
final class RuleText {

    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 50;
    private static final int MOST_COUNT = 366;
    private static final int LONGEST_INTERVAL = 366;
    private static final List<Integer> MONTHS =
            IntStream.rangeClosed(1, 12).boxed().toList();
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,4}");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Set<String> FINER = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final Set<String> FINER_FREQUENCIES = Set.of("HOURLY", "MINUTELY", "SECONDLY");
    private static final Set<String> KNOWN = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "WKST",
            "BYMONTH",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYMONTHDAY",
            "BYDAY",
            "BYSETPOS");
    private static final DateTimeFormatter DATE = strict("uuuuMMdd");
    private static final DateTimeFormatter STAMP = strict("uuuuMMdd'T'HHmmss");

    private final Map<String, String> parts = new HashMap<>();

    private RuleText(String text) {
        if (text.length() > LONGEST) {
            throw refused(Code.TOO_LONG, "must be 500 characters at most");
        }
        for (var part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            var at = part.indexOf('=');
            if (at < 1) {
                throw refused(Code.NOT_A_RULE, "must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO;COUNT=8");
            }
            var name = part.substring(0, at);
            if (FINER.contains(name)) {
                throw refused(Code.TOO_FINE, "must not go below days: times of day are given as times");
            }
            if (!KNOWN.contains(name)) {
                throw refused(Code.UNKNOWN_PART, "must have parts of RFC 5545 only");
            }
            if (parts.put(name, part.substring(at + 1)) != null) {
                throw refused(Code.REPEATED_PART, "must name each part once");
            }
        }
    }

    /**
     * Reads a rule. UNTIL may be a date, which is taken in whole, a local date-time, or one in UTC, which is turned into the last local time that
     * opens by then.
     */
    static Rule read(String text, ZoneId zone) {
        var read = new RuleText(text);
        var frequency = read.frequency();
        var rule = new Rule(
                frequency,
                read.positive("INTERVAL", LONGEST_INTERVAL, Code.OUT_OF_RANGE, 1),
                read.parts.containsKey("COUNT") ? read.positive("COUNT", MOST_COUNT, Code.TOO_MANY, 1) : null,
                read.until(zone),
                read.numbers("BYMONTH", 1, 12, false),
                read.numbers("BYWEEKNO", 1, 52, true), // the library finds a week 53 also in years that have none
                read.numbers("BYYEARDAY", 1, 366, true),
                read.numbers("BYMONTHDAY", 1, 31, true),
                read.days(frequency == Frequency.YEARLY && !read.parts.containsKey("BYMONTH") ? 53 : 5),
                read.numbers("BYSETPOS", 1, 366, true),
                read.parts.containsKey("WKST") ? day(read.parts.get("WKST")) : DayOfWeek.MONDAY);
        RuleCheck.agree(rule);
        return RuleCheck.everyMonth(rule) ? rule.with(MONTHS, rule.monthDays(), rule.days()) : rule;
    }

    private Frequency frequency() {
        var name = parts.getOrDefault("FREQ", "");
        if (FINER_FREQUENCIES.contains(name)) {
            throw refused(Code.TOO_FINE, "must be DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        return Stream.of(Frequency.values())
                .filter(frequency -> frequency.name().equals(name))
                .findAny()
                .orElseThrow(() -> refused(Code.NOT_A_RULE, "must say FREQ: DAILY, WEEKLY, MONTHLY or YEARLY"));
    }

    private int positive(String name, int most, Code above, int leftOut) {
        var text = parts.get(name);
        if (text == null) {
            return leftOut;
        }
        if (!text.matches("\\d{1,500}")) {
            throw refused(Code.NOT_A_RULE, name + " must be a whole number");
        }
        var digits = text.replaceFirst("^0+(?=.)", "");
        if (digits.length() > 4 || Integer.parseInt(digits) > most) {
            throw refused(above, name + " must be " + most + " at most");
        }
        if (digits.equals("0")) {
            throw refused(Code.OUT_OF_RANGE, name + " must be 1 at least");
        }
        return Integer.parseInt(digits);
    }

    private @Nullable LocalDateTime until(ZoneId zone) {
        var text = parts.get("UNTIL");
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("\\d{8}")) {
                return LocalDate.parse(text, DATE).atTime(23, 59, 59);
            }
            if (text.matches("\\d{8}T\\d{6}Z")) {
                var utc = LocalDateTime.parse(text.substring(0, 15), STAMP);
                return WallTime.lastBy(utc.toInstant(ZoneOffset.UTC), zone);
            }
            return LocalDateTime.parse(text, STAMP);
        } catch (DateTimeException e) {
            throw refused(Code.NOT_A_RULE, "UNTIL must be a date or date-time such as 20261231 or 20261231T080000Z");
        }
    }

    private List<Integer> numbers(String name, int least, int most, boolean fromEnd) {
        return list(name, Comparator.<Integer>naturalOrder(), value -> {
            if (!NUMBER.matcher(value).matches()) {
                throw refused(Code.NOT_A_RULE, name + " must be a list of numbers");
            }
            return bounded(name, Integer.parseInt(value), least, most, fromEnd);
        });
    }

    private List<Weekday> days(int mostOrdinal) {
        var order = Comparator.comparingInt(Weekday::ordinal).thenComparing(Weekday::day);
        var days = list("BYDAY", order, value -> {
            var match = WEEKDAY.matcher(value);
            if (!match.matches()) {
                throw refused(Code.NOT_A_RULE, "BYDAY must be a list of days such as MO,TH or 2TU,-1FR");
            }
            var ordinal = match.group(1) == null
                    ? 0
                    : bounded("BYDAY", Integer.parseInt(match.group(1)), 1, mostOrdinal, true);
            return new Weekday(ordinal, day(match.group(2)));
        });
        // Mondays and the first Monday are the Mondays; said twice, a position would count it twice
        return days.stream()
                .filter(day -> day.ordinal() == 0 || !days.contains(new Weekday(0, day.day())))
                .toList();
    }

    private <T> List<T> list(String name, Comparator<T> order, Function<String, T> read) {
        var text = parts.get(name);
        if (text == null) {
            return List.of();
        }
        var values = text.split(",", -1);
        if (values.length > MOST_VALUES) {
            throw refused(Code.TOO_MANY, name + " must have 50 values at most");
        }
        return Stream.of(values).map(read).distinct().sorted(order).toList();
    }

    private static int bounded(String name, int value, int least, int most, boolean fromEnd) {
        var size = fromEnd ? Math.abs(value) : value;
        if (size < least || size > most) {
            throw refused(Code.OUT_OF_RANGE, name + " must be " + (fromEnd ? "±" : "") + least + " to " + most);
        }
        return value;
    }

    private static DayOfWeek day(@Nullable String code) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> Rule.code(day).equals(code))
                .findAny()
                .orElseThrow(() -> refused(Code.NOT_A_RULE, "WKST must be a day: MO, TU, WE, TH, FR, SA or SU"));
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static BadSchedule refused(Code code, String message) {
        return new BadSchedule(code, "/rrule", message);
    }
}

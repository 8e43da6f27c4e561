package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A length of time from ISO 8601 such as P7D, PT48H or P1DT12H: more than nothing, at most two years (731 days, a month counting 30 and a year 365).
 * The date part is calendar arithmetic in a zone, the time part is exact and comes after it, so P1D over a clock change is not PT24H.
 */
public record Span(Period date, Duration time) {

    private static final Pattern DATE_AND_TIME =
            Pattern.compile("P(?=.)((?:\\d{1,6}[YMWD])*)(?:T(?=.)((?:\\d{1,9}[HMS])*))?");
    private static final Duration LONGEST = Duration.ofDays(731);

    public Span {
        if (date.isNegative() || time.isNegative() || (date.isZero() && time.isZero())) {
            throw new BadSchedule(Code.NOT_POSITIVE, "must be longer than nothing");
        }
        if (nominal(date, time).compareTo(LONGEST) > 0) {
            throw new BadSchedule(Code.TOO_LONG, "must be two years at most");
        }
    }

    /** For comparing: a month counting 30 days, a year 365. */
    public Duration nominal() {
        return nominal(date, time);
    }

    private static Duration nominal(Period date, Duration time) {
        return Duration.ofDays(date.getYears() * 365L + date.getMonths() * 30L + date.getDays())
                .plus(time);
    }

    public static Span ofDays(int days) {
        return new Span(Period.ofDays(days), Duration.ZERO);
    }

    /**
     * Reads whole years, months, weeks, days, hours, minutes and seconds, each at most once and in this order; no sign, no fraction.
     *
     * @throws BadSchedule when it is something else, nothing, or too long
     */
    public static Span parse(String text) {
        var parts = DATE_AND_TIME.matcher(text);
        if (text.length() > 64 || !parts.matches()) {
            throw new BadSchedule(Code.NOT_A_DURATION, "must be an ISO 8601 duration such as P7D or PT48H");
        }
        try {
            var date = parts.group(1).isEmpty() ? Period.ZERO : Period.parse("P" + parts.group(1));
            var time = parts.group(2) == null ? Duration.ZERO : Duration.parse("PT" + parts.group(2));
            return new Span(date, time);
        } catch (DateTimeException wrongOrder) {
            throw new BadSchedule(Code.NOT_A_DURATION, "must name each unit once, the larger first");
        }
    }

    /** In words, the larger units first; whole weeks of days as weeks. */
    public List<Phrase> phrases() {
        var days = date.getDays();
        var weeks = days % 7 == 0;
        return Stream.of(
                        Phrase.of("time.years", date.getYears()),
                        Phrase.of("time.months", date.getMonths()),
                        weeks ? Phrase.of("time.weeks", days / 7) : Phrase.of("time.days", days),
                        Phrase.of("time.hours", (int) time.toHours()),
                        Phrase.of("time.minutes", time.toMinutesPart()),
                        Phrase.of("time.seconds", time.toSecondsPart()))
                .filter(unit -> !unit.arguments().contains(0))
                .toList();
    }

    /** As ISO 8601; reads back as the same span. */
    @Override
    public String toString() {
        if (date.isZero()) {
            return time.toString();
        }
        return time.isZero() ? date.toString() : date + time.toString().substring(1);
    }
}

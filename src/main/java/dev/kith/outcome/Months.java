package dev.kith.outcome;

import dev.kith.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole calendar months that are over, by the practice's wall calendar. Free dates would let a reader ask for two periods that differ by one day, and so
 * by one client, and subtract; a month that is still running would do the same from one day to the next.
 *
 * @param last included
 */
record Months(YearMonth first, YearMonth last, ZoneId zone) {
    static final int MOST = 60;
    static final String FORMAT = "(19|20|21)\\d\\d-(0[1-9]|1[0-2])";

    /** @throws ProblemException 422 for months in the wrong order, too many, or not over at that moment */
    static Months of(String from, String to, ZoneId zone, Instant now) {
        var months = new Months(YearMonth.parse(from), YearMonth.parse(to), zone);
        if (months.last.isBefore(months.first)) {
            throw ProblemException.invalid("#to", "out-of-order", "Before the first month.");
        }
        if (ChronoUnit.MONTHS.between(months.first, months.last) >= MOST) {
            throw ProblemException.invalid("#to", "too-long", "At most " + MOST + " months.");
        }
        if (months.end().isAfter(now)) {
            throw ProblemException.invalid("#to", "not-over", "Only months that are over.");
        }
        return months;
    }

    Instant begin() {
        return first.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment that is no longer within. */
    Instant end() {
        return dayAfter().atStartOfDay(zone).toInstant();
    }

    LocalDate firstDay() {
        return first.atDay(1);
    }

    LocalDate dayAfter() {
        return last.plusMonths(1).atDay(1);
    }
}

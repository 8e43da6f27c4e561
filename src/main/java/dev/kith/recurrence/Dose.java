package dev.kith.recurrence;

import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** So many times in each period, on whatever days the client likes: "3 times a week". All tasks of a period open with it and close at its end. */
public record Dose(int times, Per per) {

    static final int MOST = 50;

    /** How long a period is. It begins at the wall time of the schedule's start, not on a Monday or on the first of a month. */
    public enum Per {
        DAY(Period.ofDays(1), ChronoUnit.DAYS, 1),
        WEEK(Period.ofWeeks(1), ChronoUnit.WEEKS, 7),
        /** To the same day of the next month, or to its last day. */
        MONTH(Period.ofMonths(1), ChronoUnit.MONTHS, 25);

        private final Period length;
        private final ChronoUnit unit;
        /** Periods by a rule begin at least so many days apart; months by weekday differ in length. */
        final int apart;

        Per(Period length, ChronoUnit unit, int apart) {
            this.length = length;
            this.unit = unit;
            this.apart = apart;
        }

        /** The start of a period so many further on; counted from the first, so that the 31st comes back after February. */
        LocalDateTime later(LocalDateTime first, int periods) {
            return first.plus(length.multipliedBy(periods));
        }

        /** Which period lies there, or at most one before it; 0 is the first. */
        int index(LocalDateTime first, LocalDateTime local) {
            return Math.max(0, (int) unit.between(first, local));
        }
    }
}

package dev.kith.change;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a series goes, by the line of Theil and Sen. See {@link TheilSen} for how it is made.
 *
 * @param points how many were given
 * @param times how many different times they have
 * @param perWeek points a week of real time, 4 decimals; null with a reason
 * @param from the time of the first point, at which the line stands at intercept
 * @param intercept value of the line there, 4 decimals
 * @param interceptBy which of the two usual intercepts it is
 * @param low lower end of the interval of perWeek, 4 decimals; null with intervalReason
 * @param high upper end
 * @param confidence of the interval: at least so sure
 * @param course what may be said of it in a word; null without an interval
 * @param better whether it goes the good way; null unless rising or falling, and where neither end is the good one
 * @param reason why there is no trend
 * @param intervalReason why there is no interval
 */
public record Trend(
        NamedRule rule,
        Direction direction,
        int points,
        int times,
        @Nullable BigDecimal perWeek,
        @Nullable Instant from,
        @Nullable BigDecimal intercept,
        Intercept interceptBy,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        BigDecimal confidence,
        @Nullable Heading course,
        @Nullable Boolean better,
        @Nullable Reason reason,
        @Nullable Reason intervalReason) {

    /** Where the line is set. */
    public enum Intercept {
        /** Through the median time and the median value (Conover 1980). */
        SEPARATE,
        /** So that as many points lie above as below: the median of what is left after the slope. */
        JOINT
    }

    /** A direction is named only where the interval excludes 0. */
    public enum Heading {
        RISING,
        FALLING,
        /** The interval is 0 and nothing else: nothing moved. */
        FLAT,
        /** It may rise or fall: nothing is claimed, that it is flat neither. */
        UNCLEAR
    }
}

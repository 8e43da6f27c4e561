package dev.kith.change;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * From where on the rules of {@link ScoreSignals} and {@link WorkSignals} speak. Conventions all, for a practice to set; none was published as the right one.
 *
 * @param measurements how many to wait for an early response, at least 2
 * @param overdue how long a measurement may be late, not negative
 * @param missed how many tasks in a row, at least 1
 * @param distressRise points above what is usual, more than 0
 * @param distressHigh and at least so high
 */
public record SignalThresholds(
        int measurements, Duration overdue, int missed, BigDecimal distressRise, BigDecimal distressHigh) {
    public static final SignalThresholds USUAL =
            new SignalThresholds(6, Duration.ofDays(3), 3, BigDecimal.valueOf(3), BigDecimal.valueOf(7));

    public SignalThresholds {
        if (measurements < 2 || overdue.isNegative() || missed < 1 || distressRise.signum() <= 0) {
            throw new IllegalArgumentException("thresholds that would always speak");
        }
    }
}

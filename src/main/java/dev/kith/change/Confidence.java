package dev.kith.change;

import java.math.BigDecimal;

/**
 * How sure an interval is.
 *
 * @param level such as 0.95
 * @param z the two-sided quantile of the normal distribution that belongs to it
 */
public record Confidence(BigDecimal level, BigDecimal z) {
    public static final Confidence NINETY = new Confidence(new BigDecimal("0.90"), new BigDecimal("1.644854"));
    public static final Confidence NINETY_FIVE = new Confidence(new BigDecimal("0.95"), new BigDecimal("1.959964"));

    public Confidence {
        if (level.signum() <= 0 || level.compareTo(BigDecimal.ONE) >= 0 || z.signum() <= 0) {
            throw new IllegalArgumentException("no confidence: " + level + ", z " + z);
        }
    }
}

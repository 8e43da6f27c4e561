package dev.kith.change;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The two figures that make a reliable change index.
 *
 * @param sd standard deviation in points, more than 0
 * @param reliability coefficient, from 0 to below 1
 */
public record Reliability(BigDecimal sd, BigDecimal reliability, String citation) {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    public Reliability {
        if (sd.signum() <= 0) {
            throw new IllegalArgumentException("a standard deviation is more than 0, not " + sd);
        }
        if (reliability.signum() < 0 || reliability.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a reliability is from 0 to below 1, not " + reliability);
        }
    }

    /** SD * sqrt(1 - r). */
    public BigDecimal errorOfMeasurement() {
        return BigDecimal.ONE.subtract(reliability).sqrt(DIGITS).multiply(sd, DIGITS);
    }

    /**
     * Whether a change reaches z standard errors of the difference. Said in squares, which decimals hold exactly, so that no root can be rounded
     * past the boundary; exactly on it is reached.
     */
    boolean reachedBy(BigDecimal change, BigDecimal z) {
        var allowed = z.multiply(z)
                .multiply(sd)
                .multiply(sd)
                .multiply(BigDecimal.valueOf(2))
                .multiply(BigDecimal.ONE.subtract(reliability));
        return change.multiply(change).compareTo(allowed) >= 0;
    }

    /** SD * sqrt(2 * (1 - r)): Jacobson and Truax 1991 as put right by Christensen and Mendoza 1986. */
    public BigDecimal errorOfDifference() {
        return BigDecimal.ONE
                .subtract(reliability)
                .multiply(BigDecimal.valueOf(2))
                .sqrt(DIGITS)
                .multiply(sd, DIGITS);
    }
}

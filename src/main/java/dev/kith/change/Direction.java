package dev.kith.change;

import java.math.BigDecimal;

/** Which way a scale points. */
public enum Direction {
    HIGHER_IS_BETTER,
    HIGHER_IS_WORSE;

    /** The change as a gain: positive is better. */
    public BigDecimal gain(BigDecimal change) {
        return this == HIGHER_IS_BETTER ? change : change.negate();
    }

    /** The gain from one value to another: positive is better. */
    BigDecimal gain(BigDecimal from, BigDecimal to) {
        return gain(to.subtract(from));
    }
}

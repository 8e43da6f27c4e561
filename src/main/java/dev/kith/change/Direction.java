package dev.kith.change;

import java.math.BigDecimal;

/** Which way a scale points. */
public enum Direction {
    HIGHER_IS_BETTER,
    HIGHER_IS_WORSE;

    /** The change as a gain: positive is better. */
    BigDecimal gain(BigDecimal change) {
        return this == HIGHER_IS_BETTER ? change : change.negate();
    }
}

package dev.kith.change;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which way a scale points. */
public enum Direction {
    HIGHER_IS_BETTER,
    HIGHER_IS_WORSE,
    /** Neither end is the better one, as with a count of what may be too much or too little. Nothing is judged by it. */
    NEITHER;

    /** The change as a gain: positive is better; where neither end is, the change as it is. */
    public BigDecimal gain(BigDecimal change) {
        return this == HIGHER_IS_WORSE ? change.negate() : change;
    }

    /** Whether a change in this sense is for the better; null where neither end is. */
    public @Nullable Boolean better(boolean up) {
        return this == NEITHER ? null : Boolean.valueOf(up == (this == HIGHER_IS_BETTER));
    }

    /** The gain from one value to another: positive is better. */
    BigDecimal gain(BigDecimal from, BigDecimal to) {
        return gain(to.subtract(from));
    }
}

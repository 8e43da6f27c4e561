package dev.kith.scoring;

import java.math.BigDecimal;

/** The least and the most that something can be. A scale that counts lies within its range, whatever was answered. */
public record Range(BigDecimal min, BigDecimal max) {

    public boolean holds(BigDecimal value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }

    /** The same numbers, however many zeros they are written with. */
    boolean sameAs(Range other) {
        return min.compareTo(other.min) == 0 && max.compareTo(other.max) == 0;
    }

    Range times(BigDecimal factor) {
        var one = min.multiply(factor);
        var other = max.multiply(factor);
        return new Range(one.min(other), one.max(other));
    }
}

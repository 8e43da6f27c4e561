package dev.kith.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** A value kept as a fraction until it is shown, so that it is rounded once, half-up (away from zero at the half), and never in between. */
record Exact(BigDecimal top, BigDecimal bottom) {

    static Exact of(BigDecimal value) {
        return new Exact(value, BigDecimal.ONE);
    }

    static Exact sum(Stream<BigDecimal> values) {
        return of(values.reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    Exact times(int factor) {
        return new Exact(top.multiply(BigDecimal.valueOf(factor)), bottom);
    }

    Exact over(int divisor) {
        return new Exact(top, bottom.multiply(BigDecimal.valueOf(divisor)));
    }

    BigDecimal shown(int decimals) {
        return top.divide(bottom, decimals, RoundingMode.HALF_UP);
    }
}

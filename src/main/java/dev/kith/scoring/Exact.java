package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** A value kept as a fraction until it is shown, so that it is rounded once and never in between. */
record Exact(BigDecimal top, BigDecimal bottom) {

    static Exact of(BigDecimal value) {
        return new Exact(value, BigDecimal.ONE);
    }

    static Exact sum(Stream<BigDecimal> values) {
        return of(values.reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    Exact times(BigDecimal factor) {
        return new Exact(top.multiply(factor), bottom);
    }

    Exact times(int factor) {
        return times(BigDecimal.valueOf(factor));
    }

    Exact over(BigDecimal divisor) {
        return new Exact(top, bottom.multiply(divisor));
    }

    Exact over(int divisor) {
        return over(BigDecimal.valueOf(divisor));
    }

    BigDecimal shown(Scale scale) {
        return top.divide(bottom, scale.decimals(), scale.rounding().mode());
    }
}

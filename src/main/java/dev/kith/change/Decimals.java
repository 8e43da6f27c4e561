package dev.kith.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Means, medians and shares over decimals. Worked out to 16 digits or more, then rounded half-up, away from zero at the half. */
public final class Decimals {
    static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Decimals() {}

    /** The middle one, or the mean of the two in the middle. */
    public static BigDecimal median(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(TWO, DIGITS);
    }

    /** Without zeros at the end, and without an exponent: 6, 6.5, 60. */
    public static BigDecimal shortest(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of at least one value, unrounded. */
    static BigDecimal mean(Collection<BigDecimal> values) {
        return sum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    /** Null of none. The sum is exact, so it is rounded once. */
    public static @Nullable BigDecimal mean(Collection<BigDecimal> values, int decimals) {
        return values.isEmpty()
                ? null
                : sum(values).divide(BigDecimal.valueOf(values.size()), decimals, RoundingMode.HALF_UP);
    }

    /** From 0 to 1 when part is a part; null of nothing. */
    static @Nullable BigDecimal share(long part, long whole, int decimals) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal shown(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }
}

package dev.kith.definition;

import java.math.BigDecimal;

/** How numbers are bounded and spelt, in definitions and in answers. */
public final class Numbers {

    static final int MOST_DIGITS = 12;
    static final BigDecimal LARGEST = new BigDecimal(1_000_000);

    private Numbers() {}

    /** Few enough digits, before and after the point, to be computed with at little cost. Looks at no digit of a number that is too long. */
    public static boolean fits(BigDecimal number) {
        return number.precision() <= MOST_DIGITS
                && Math.abs((long) number.scale()) <= MOST_DIGITS
                && number.abs().compareTo(LARGEST) <= 0;
    }

    /** Without trailing zeros and without an exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

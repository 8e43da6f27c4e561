package dev.kith.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One answer to choose.
 *
 * @param value what an answer says: a number (BigDecimal) where the item can be scored, else a code (String)
 */
public record Option(
        Object value, @Nullable Text label, @Nullable String loinc) {

    public Option {
        value = value instanceof Number number ? new BigDecimal(number.toString()) : value;
        if (!(value instanceof BigDecimal || value instanceof String)) {
            throw new IllegalArgumentException("an option is a number or a code, not " + value);
        }
    }

    /** Whether a JSON answer says this. A whole number is written without a fraction: 2 is the option 2, 2.0 is nothing. */
    boolean isSaidBy(Object answer) {
        if (value instanceof BigDecimal number && answer instanceof BigDecimal said) {
            return number.compareTo(said) == 0 && said.scale() <= Math.max(number.scale(), 0);
        }
        return value.equals(answer);
    }
}

package dev.kith.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer to choose.
 *
 * @param value what an answer says: a number (BigDecimal) that also counts, or a code (String)
 * @param score what a code counts, where two options of an instrument count the same; null when it counts nothing
 */
public record Option(
        Object value,
        @Nullable BigDecimal score,
        @Nullable Text label,
        List<Coding> codes,
        @Nullable String loinc) {

    public Option {
        value = value instanceof Number number ? new BigDecimal(number.toString()) : value;
        if (!(value instanceof BigDecimal || value instanceof String)) {
            throw new IllegalArgumentException("an option is a number or a code, not " + value);
        }
        codes = Absent.empty(codes);
    }

    /** What it counts, or null when it is nothing to count with. */
    public @Nullable BigDecimal number() {
        return value instanceof BigDecimal number ? number : score;
    }

    /** How the value is written where it names something, as in a wording. */
    public String name() {
        return value instanceof BigDecimal number ? Numbers.plain(number) : value.toString();
    }

    /** Whether a JSON answer says this. A whole number is written without a fraction: 2 is the option 2, 2.0 is nothing. */
    boolean isSaidBy(Object answer) {
        if (value instanceof BigDecimal number && answer instanceof BigDecimal said) {
            return number.compareTo(said) == 0 && said.scale() <= Math.max(number.scale(), 0);
        }
        return value.equals(answer);
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;

/** The least and the most a scale can be, as shown. Both can be reached. */
public record Range(BigDecimal min, BigDecimal max) {

    public boolean holds(BigDecimal value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }
}

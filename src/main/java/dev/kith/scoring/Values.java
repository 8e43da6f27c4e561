package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** The raw values that an item takes. */
public sealed interface Values {

    Range range();

    boolean hold(BigDecimal raw);

    /** These and no others: at least two different ones. */
    record Listed(List<BigDecimal> values) implements Values {
        public Listed {
            values = List.copyOf(values);
            if (values.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < 2) {
                throw new IllegalArgumentException("to be scored, an item needs two values or more");
            }
        }

        @Override
        public Range range() {
            return new Range(Collections.min(values), Collections.max(values));
        }

        @Override
        public boolean hold(BigDecimal raw) {
            return values.stream().anyMatch(value -> value.compareTo(raw) == 0);
        }
    }

    /** Any number between two ends, which belong to it. */
    record Between(Range range) implements Values {
        public Between {
            if (range.min().compareTo(range.max()) >= 0) {
                throw new IllegalArgumentException("to be scored, an item needs two values or more");
            }
        }

        @Override
        public boolean hold(BigDecimal raw) {
            return range.holds(raw);
        }
    }
}

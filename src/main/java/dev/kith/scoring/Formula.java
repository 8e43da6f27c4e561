package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;

/** How a scale is made. Each is plain data; none knows an instrument. */
public sealed interface Formula {

    /** A formula that reads answers itself. */
    sealed interface OfItems extends Formula {
        List<String> items();
    }

    /** The keyed answers added; with missing ones prorated: mean of the answered times the number of items. */
    record Sum(List<String> items) implements OfItems {
        public Sum {
            items = distinct(items);
        }
    }

    /** The mean of the keyed answers that are there. */
    record Mean(List<String> items) implements OfItems {
        public Mean {
            items = distinct(items);
        }
    }

    /** Another scale's shown value, times a factor, plus an offset. Valid when the other is. */
    record Linear(String of, BigDecimal factor, BigDecimal offset) implements Formula {
        public Linear {
            if (factor.signum() == 0) {
                throw new IllegalArgumentException("a factor of 0 says nothing about " + of);
            }
        }
    }

    private static List<String> distinct(List<String> items) {
        if (items.isEmpty() || items.stream().distinct().count() < items.size()) {
            throw new IllegalArgumentException("a scale needs items, each once: " + items);
        }
        return List.copyOf(items);
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** How a scale is made. Each is plain data; none knows an instrument. */
public sealed interface Formula {

    /** Keyed answers made into one value. */
    record OfItems(Combination how, List<String> items) implements Formula {
        public OfItems {
            items = distinct(how, items);
        }
    }

    /** Shown values of other scales made into one. */
    record OfScales(Combination how, List<String> scales) implements Formula {
        public OfScales {
            scales = distinct(how, scales);
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

    /** Another scale's shown value, looked up. */
    record Lookup(String of, NormTable table) implements Formula {}

    private static List<String> distinct(Combination how, List<String> parts) {
        if (parts.isEmpty() || parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("a scale needs items or scales, each once: " + parts);
        }
        if (how instanceof WeightedSum weighted && !weighted.weights().keySet().equals(Set.copyOf(parts))) {
            throw new IllegalArgumentException("each of " + parts + " needs a weight, and nothing else has one");
        }
        return List.copyOf(parts);
    }
}

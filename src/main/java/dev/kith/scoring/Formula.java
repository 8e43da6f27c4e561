package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * Keyed answers of the part, added, in percent of those of the whole, added. Each counts from 0 up. A part that is more than the whole counts as all
     * of it; a whole of 0 has no parts. Every answer must be there, but for those of the part where the whole is 0.
     */
    record Share(List<String> part, List<String> whole) implements Formula {
        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        public Share {
            part = distinct(part);
            whole = distinct(whole);
            if (part.containsAll(whole)) {
                throw new IllegalArgumentException("all of " + whole + " is no share of it");
            }
        }

        /** All that it reads, each once. */
        List<String> items() {
            return Stream.concat(part.stream(), whole.stream()).distinct().toList();
        }

        /** The least and the most of any share, in percent. */
        static Span span() {
            return Span.of(BigDecimal.ZERO, ALL);
        }

        /** @param all the sum of the whole, above 0 */
        static Exact of(BigDecimal some, BigDecimal all) {
            return some.compareTo(all) >= 0
                    ? Exact.of(ALL)
                    : Exact.of(some).times(ALL).over(all);
        }
    }

    /** Another scale's shown value, looked up. */
    record Lookup(String of, NormTable table) implements Formula {}

    private static List<String> distinct(Combination how, List<String> parts) {
        var each = distinct(parts);
        if (how instanceof WeightedSum weighted && !weighted.weights().keySet().equals(Set.copyOf(parts))) {
            throw new IllegalArgumentException("each of " + parts + " needs a weight, and nothing else has one");
        }
        return each;
    }

    private static List<String> distinct(List<String> parts) {
        if (parts.isEmpty() || parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("a scale needs items or scales, each once: " + parts);
        }
        return List.copyOf(parts);
    }
}

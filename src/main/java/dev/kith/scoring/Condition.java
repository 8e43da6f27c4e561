package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can hold of answers and scores, as a tree of data. Three-valued (Kleene): what was not answered makes a comparison unknown, and unknown decides
 * nothing that would come out the same either way.
 */
public sealed interface Condition {

    Truth in(Facts facts);

    /** The conditions that it is made of; none for a comparison. */
    default List<Condition> inner() {
        return List.of();
    }

    /** All of them hold. */
    record All(List<Condition> inner) implements Condition {
        public All {
            inner = some(inner);
        }

        @Override
        public Truth in(Facts facts) {
            return Tally.of(inner, facts).between(inner.size(), inner.size());
        }
    }

    /** One of them holds, or more. */
    record Any(List<Condition> inner) implements Condition {
        public Any {
            inner = some(inner);
        }

        @Override
        public Truth in(Facts facts) {
            return Tally.of(inner, facts).between(1, inner.size());
        }
    }

    /** So many of them hold, both ends included. */
    record Count(List<Condition> inner, int atLeast, int atMost) implements Condition {
        public Count {
            inner = some(inner);
            if (atLeast < 0 || atLeast > atMost || atLeast > inner.size()) {
                throw new IllegalArgumentException(
                        "a count of " + inner.size() + " is never from " + atLeast + " to " + atMost);
            }
        }

        @Override
        public Truth in(Facts facts) {
            return Tally.of(inner, facts).between(atLeast, atMost);
        }
    }

    /** The raw answer to an item compares so. */
    record OfItem(String item, Operator operator, BigDecimal value) implements Condition {
        public OfItem {
            comparing(operator);
        }

        @Override
        public Truth in(Facts facts) {
            return compared(facts.number(item), operator, value);
        }
    }

    /** An item was answered, or was not. Never unknown. */
    record Answered(String item, boolean is) implements Condition {
        @Override
        public Truth in(Facts facts) {
            return Truth.of(facts.answered(item) == is);
        }
    }

    /** A scale, as shown, compares so. */
    record OfScale(String scale, Operator operator, BigDecimal value) implements Condition {
        public OfScale {
            comparing(operator);
        }

        @Override
        public Truth in(Facts facts) {
            return compared(facts.scale(scale), operator, value);
        }
    }

    /** A scale counts, or does not. Never unknown. */
    record Valid(String scale, boolean is) implements Condition {
        @Override
        public Truth in(Facts facts) {
            return Truth.of((facts.scale(scale) != null) == is);
        }
    }

    /** Another criterion is met. */
    record OfCriterion(String criterion) implements Condition {
        @Override
        public Truth in(Facts facts) {
            return facts.criterion(criterion);
        }
    }

    /** A condition that is told as a part of its criterion, under a code. */
    record Told(String code, Condition of) implements Condition {
        @Override
        public Truth in(Facts facts) {
            return of.in(facts);
        }

        @Override
        public List<Condition> inner() {
            return List.of(of);
        }
    }

    private static Truth compared(@Nullable BigDecimal is, Operator operator, BigDecimal value) {
        return is == null ? Truth.UNKNOWN : Truth.of(operator.holds(is.compareTo(value)));
    }

    private static void comparing(Operator operator) {
        if (operator == Operator.EXISTS) {
            throw new IllegalArgumentException("exists compares nothing");
        }
    }

    private static List<Condition> some(List<Condition> inner) {
        if (inner.isEmpty()) {
            throw new IllegalArgumentException("a condition of none says nothing");
        }
        return List.copyOf(inner);
    }
}

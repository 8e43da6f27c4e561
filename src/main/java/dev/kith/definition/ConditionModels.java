package dev.kith.definition;

import dev.kith.scoring.Condition;
import dev.kith.scoring.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions of a definition as the engine reads them. What one lacks or has wrong is an IllegalArgumentException that names its owner. */
final class ConditionModels {

    private final Definition definition;
    private final String owner;

    /**
     * For the conditions of one criterion or rule.
     *
     * @param owner what it is called in a message
     */
    ConditionModels(Definition definition, String owner) {
        this.definition = definition;
        this.owner = owner;
    }

    Condition of(ConditionDefinition said) {
        var condition = kind(said);
        refuseUnless((said.code() == null) == (said.title() == null), "tells a part without its code or its title");
        return said.code() == null ? condition : new Condition.Told(said.code(), condition);
    }

    private Condition kind(ConditionDefinition said) {
        var kinds = Stream.of(said.all(), said.any(), said.count(), said.item(), said.scale(), said.criterion())
                .filter(Objects::nonNull)
                .count();
        refuseUnless(kinds == 1, "has a condition that is not exactly one of all, any, count, item, scale, criterion");
        refuseUnless(
                said.count() != null || said.atLeast() == null && said.atMost() == null, "says how many of no count");
        refuseUnless(
                said.item() != null || said.scale() != null || said.operator() == null && said.value() == null,
                "compares what is neither an item nor a scale");
        if (said.all() != null) {
            return new Condition.All(each(said.all()));
        }
        if (said.any() != null) {
            return new Condition.Any(each(said.any()));
        }
        if (said.count() != null) {
            return count(said.count(), said.atLeast(), said.atMost());
        }
        if (said.item() != null) {
            return ofItem(said.item(), operator(said), said.value());
        }
        return said.scale() != null
                ? ofScale(said.scale(), operator(said), said.value())
                : new Condition.OfCriterion(Objects.requireNonNull(said.criterion()));
    }

    private List<Condition> each(List<ConditionDefinition> said) {
        return said.stream().map(this::of).toList();
    }

    private Condition count(List<ConditionDefinition> of, @Nullable Integer atLeast, @Nullable Integer atMost) {
        refuseUnless(atLeast != null || atMost != null, "counts without saying how many it takes");
        return new Condition.Count(
                each(of), atLeast == null ? 0 : atLeast, atMost == null ? of.size() : Math.min(atMost, of.size()));
    }

    private Condition ofItem(String linkId, Operator operator, @Nullable Object value) {
        var item = definition.item(linkId);
        if (item != null && operator == Operator.EXISTS) {
            return new Condition.Answered(linkId, yes(value));
        }
        refuseUnless(
                !operator.orders() || value instanceof BigDecimal,
                "asks whether " + value + " is more or less, which only a number can be");
        var number = item == null || value == null ? null : Answers.number(definition, item, Answers.plain(value));
        if (number == null) {
            throw new IllegalArgumentException(owner + " looks for what cannot be answered");
        }
        return new Condition.OfItem(linkId, operator, number);
    }

    private Condition ofScale(String code, Operator operator, @Nullable Object value) {
        if (operator == Operator.EXISTS) {
            return new Condition.Valid(code, yes(value));
        }
        if (value instanceof BigDecimal number) {
            return new Condition.OfScale(code, operator, number);
        }
        throw new IllegalArgumentException(owner + " compares scale " + code + " with what is no number");
    }

    private boolean yes(@Nullable Object value) {
        refuseUnless(value == null || value instanceof Boolean, "asks whether something exists: true or false");
        return !Boolean.FALSE.equals(value);
    }

    private Operator operator(ConditionDefinition said) {
        if (said.operator() == null) {
            throw new IllegalArgumentException(owner + " compares without an operator");
        }
        return said.operator();
    }

    private void refuseUnless(boolean right, String why) {
        if (!right) {
            throw new IllegalArgumentException(owner + " " + why);
        }
    }
}

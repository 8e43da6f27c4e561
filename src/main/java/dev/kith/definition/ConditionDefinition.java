package dev.kith.definition;

import dev.kith.scoring.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can hold of answers and scores. Exactly one of all, any, count, item, scale and criterion says which kind it is.
 *
 * @param code tells it as a part of its criterion, with its title
 * @param atLeast how many of count must hold
 * @param atMost how many of count may hold
 * @param item whose raw answer is looked at
 * @param scale whose shown value is looked at
 * @param criterion that must be met
 * @param value a number, true or false, or the code of an option; true when left out with exists
 */
public record ConditionDefinition(
        @Nullable String code,
        @Nullable Text title,
        @Nullable List<ConditionDefinition> all,
        @Nullable List<ConditionDefinition> any,
        @Nullable List<ConditionDefinition> count,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        @Nullable String item,
        @Nullable String scale,
        @Nullable String criterion,
        @Nullable Operator operator,
        @Nullable Object value) {

    public ConditionDefinition {
        all = all == null ? null : List.copyOf(all);
        any = any == null ? null : List.copyOf(any);
        count = count == null ? null : List.copyOf(count);
        value = value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }
}

package dev.kith.definition;

import dev.kith.scoring.Operator;
import java.math.BigDecimal;

/**
 * A condition under which an item is asked.
 *
 * @param item whose answer is looked at; an item that is not asked itself counts as unanswered
 * @param operator with no answer only {@code exists} can hold
 * @param value true or false for {@code exists}; else what an answer of that item could be
 */
public record EnableWhen(String item, Operator operator, Object value) {

    public EnableWhen {
        value = value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }
}

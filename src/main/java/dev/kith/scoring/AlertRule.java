package dev.kith.scoring;

import java.math.BigDecimal;

/**
 * When one raw answer calls for a person, whatever the totals say.
 *
 * @param key names the rule within its questionnaire
 * @param item the item looked at; it need not be scored
 * @param onDraft whether a draft is looked at too
 * @param crisisCard whether the client is shown whom to call, at once
 */
public record AlertRule(
        String key,
        String item,
        Operator operator,
        BigDecimal value,
        Severity severity,
        boolean onDraft,
        boolean crisisCard) {

    /** How an answer (left) is compared with the rule's value (right). */
    public enum Operator {
        AT_LEAST,
        AT_MOST,
        EQUALS
    }

    /** CRITICAL: someone must act now. NOTICE: someone should know. */
    public enum Severity {
        CRITICAL,
        NOTICE
    }

    boolean fires(BigDecimal answer) {
        var order = answer.compareTo(value);
        return switch (operator) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case EQUALS -> order == 0;
        };
    }
}

package dev.kith.definition;

import dev.kith.scoring.AlertRule;

/**
 * Which raw answer calls for a person.
 *
 * @param value a number, or the code of an option with the operator equals
 * @param title for clinicians; never shown to the client
 */
public record AlertRuleDefinition(
        String key,
        String item,
        AlertRule.Operator operator,
        Object value,
        AlertRule.Severity severity,
        boolean onDraft,
        boolean crisisCard,
        Text title) {}

package dev.kith.definition;

import dev.kith.scoring.AlertRule;

/**
 * Which answers, or scores, call for a person.
 *
 * @param when what must hold for sure
 * @param onDraft whether a draft is looked at too; then the condition looks at answers alone
 * @param title for clinicians; never shown to the client
 */
public record AlertRuleDefinition(
        String key,
        ConditionDefinition when,
        AlertRule.Severity severity,
        boolean onDraft,
        boolean crisisCard,
        Text title) {}

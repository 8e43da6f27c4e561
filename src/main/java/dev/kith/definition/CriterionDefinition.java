package dev.kith.definition;

/**
 * A yes or no beside the scales.
 *
 * @param title for clinicians
 * @param when what must hold; its conditions with a code are told as parts
 */
public record CriterionDefinition(String code, Text title, ConditionDefinition when) {}

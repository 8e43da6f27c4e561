package dev.kith.definition;

import dev.kith.scoring.AlertRule;
import dev.kith.scoring.Band;
import dev.kith.scoring.Formula;
import dev.kith.scoring.MissingRule;
import dev.kith.scoring.Scale;
import dev.kith.scoring.ScoredItem;
import dev.kith.scoring.ScoringModel;
import dev.kith.scoring.StraightLining;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A definition without its words: what the engine reads. What a definition lacks or has wrong is an IllegalArgumentException. */
final class ScoringModels {

    private ScoringModels() {}

    static ScoringModel of(Definition definition) {
        var counted = definition.scales().stream()
                .flatMap(scale -> scale.items().stream())
                .collect(Collectors.toSet());
        return new ScoringModel(
                definition.items().stream()
                        .filter(item -> counted.contains(item.linkId()))
                        .map(item -> item(definition, item))
                        .toList(),
                definition.scales().stream().map(ScoringModels::scale).toList(),
                definition.alertRules().stream()
                        .map(rule -> alertRule(definition, rule))
                        .toList(),
                definition.checks().stream()
                        .map(check -> new StraightLining(check.code(), check.items()))
                        .toList());
    }

    private static ScoredItem item(Definition definition, Item item) {
        List<BigDecimal> values = definition.options(item).stream()
                .map(option -> {
                    var number = option.number();
                    if (number != null) {
                        return number;
                    }
                    throw new IllegalArgumentException(
                            item.linkId() + " is scored, but its option " + option.value() + " is no number");
                })
                .toList();
        return new ScoredItem(item.linkId(), values, item.reversed());
    }

    private static Scale scale(ScaleDefinition scale) {
        return new Scale(
                scale.code(),
                formula(scale),
                missing(scale),
                scale.decimals(),
                scale.bands().stream()
                        .map(band -> new Band(band.from(), band.to(), band.code(), band.basis()))
                        .toList());
    }

    private static Formula formula(ScaleDefinition scale) {
        return switch (scale.method()) {
            case SUM -> new Formula.Sum(scale.items());
            case MEAN -> new Formula.Mean(scale.items());
            case LINEAR ->
                new Formula.Linear(
                        said(scale.of(), scale, "of"),
                        said(scale.factor(), scale, "factor"),
                        scale.offset() == null ? BigDecimal.ZERO : scale.offset());
        };
    }

    private static MissingRule missing(ScaleDefinition scale) {
        if (scale.method() == ScaleDefinition.Method.LINEAR) {
            return new MissingRule.Strict();
        }
        var missing = said(scale.missing(), scale, "missing");
        return switch (missing.rule()) {
            case STRICT -> new MissingRule.Strict();
            case AT_MOST -> new MissingRule.AtMost(said(missing.count(), scale, "missing.count"));
            case SUBSCALES ->
                new MissingRule.Subscales(said(missing.answered(), scale, "missing.answered"), missing.valid());
        };
    }

    private static AlertRule alertRule(Definition definition, AlertRuleDefinition rule) {
        var item = definition.item(rule.item());
        var value = item == null ? null : Answers.number(definition, item, Answers.plain(rule.value()));
        if (value == null) {
            throw new IllegalArgumentException("alert rule " + rule.key() + " looks for what cannot be answered");
        }
        return new AlertRule(
                rule.key(), rule.item(), rule.operator(), value, rule.severity(), rule.onDraft(), rule.crisisCard());
    }

    private static <T> T said(@Nullable T value, ScaleDefinition scale, String name) {
        if (value == null) {
            throw new IllegalArgumentException("scale " + scale.code() + " does not say its " + name);
        }
        return value;
    }
}

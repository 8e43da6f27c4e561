package dev.kith.definition;

import dev.kith.scoring.AlertRule;
import dev.kith.scoring.Criterion;
import dev.kith.scoring.Range;
import dev.kith.scoring.Scale;
import dev.kith.scoring.ScoredItem;
import dev.kith.scoring.ScoringModel;
import dev.kith.scoring.StraightLining;
import dev.kith.scoring.TooFast;
import dev.kith.scoring.ValidityCheck;
import dev.kith.scoring.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** A definition without its words: what the engine reads. */
final class ScoringModels {

    private final Definition definition;
    private final List<DefinitionFault> faults = new ArrayList<>();
    private final List<ScoredItem> items;
    private final List<Scale> scales;
    private final List<Criterion> criteria;
    private final List<AlertRule> alertRules;
    private final List<ValidityCheck> checks;

    private ScoringModels(Definition definition) {
        this.definition = definition;
        var counted = new HashSet<String>();
        definition.scales().forEach(scale -> counted.addAll(scale.linkIds()));
        items = each(
                "items", definition.items(), item -> counted.contains(item.linkId()) ? List.of(item(item)) : List.of());
        scales = each("scales", definition.scales(), scale -> List.of(ScaleModels.of(scale, definition.passport())));
        criteria = each("criteria", definition.criteria(), said -> List.of(criterion(said)));
        alertRules = each("alertRules", definition.alertRules(), said -> List.of(alertRule(said)));
        checks = each("checks", definition.checks(), said -> List.of(check(said)));
        if (faults.isEmpty()) {
            ScoringModel.faults(items, scales, criteria, alertRules, checks)
                    .forEach(fault -> faults.add(new DefinitionFault(
                            fault.list().equals("items") ? "/items" : "/" + fault.list() + "/" + fault.place(),
                            "scoring-unfit",
                            fault.detail())));
        }
    }

    /**
     * The model.
     *
     * @throws IllegalArgumentException when the definition lacks something or has it wrong
     */
    static ScoringModel of(Definition definition) {
        var parts = new ScoringModels(definition);
        if (!parts.faults.isEmpty()) {
            throw new IllegalArgumentException(parts.faults.get(0).detail());
        }
        return new ScoringModel(parts.items, parts.scales, parts.criteria, parts.alertRules, parts.checks);
    }

    /** All that stands against making the model, each with its place; empty when it can be made. */
    static List<DefinitionFault> faults(Definition definition) {
        return List.copyOf(new ScoringModels(definition).faults);
    }

    private <D, M> List<M> each(String list, List<D> said, Function<D, List<M>> model) {
        var made = new ArrayList<M>();
        for (var place = 0; place < said.size(); place++) {
            try {
                made.addAll(model.apply(said.get(place)));
            } catch (IllegalArgumentException wrong) {
                faults.add(new DefinitionFault(
                        "/" + list + "/" + place, "scoring-unfit", String.valueOf(wrong.getMessage())));
            }
        }
        return made;
    }

    private ScoredItem item(Item item) {
        var options = definition.options(item);
        if (!options.isEmpty() && item.type() != Item.Type.MULTIPLE_CHOICE) {
            return new ScoredItem(
                    item.linkId(),
                    options.stream().map(option -> number(item, option)).toList(),
                    item.reversed());
        }
        if (item.type() == Item.Type.BOOLEAN) {
            return new ScoredItem(item.linkId(), List.of(BigDecimal.ZERO, BigDecimal.ONE), item.reversed());
        }
        if (item.min() == null || item.max() == null) {
            throw new IllegalArgumentException(item.linkId() + " is scored, but no answer to it is a number");
        }
        return new ScoredItem(item.linkId(), new Values.Between(new Range(item.min(), item.max())), item.reversed());
    }

    private static BigDecimal number(Item item, Option option) {
        if (option.value() instanceof BigDecimal number) {
            return number;
        }
        throw new IllegalArgumentException(
                item.linkId() + " is scored, but its option " + option.value() + " is no number");
    }

    private Criterion criterion(CriterionDefinition said) {
        var when = new ConditionModels(definition, "criterion " + said.code()).of(said.when());
        return new Criterion(said.code(), when);
    }

    private AlertRule alertRule(AlertRuleDefinition said) {
        var when = new ConditionModels(definition, "alert rule " + said.key()).of(said.when());
        return new AlertRule(said.key(), when, said.severity(), said.onDraft(), said.crisisCard());
    }

    private static ValidityCheck check(CheckDefinition said) {
        if (said.code() == CheckDefinition.Code.STRAIGHT_LINING) {
            return new StraightLining("straight-lining", said.items());
        }
        if (said.seconds() == null) {
            throw new IllegalArgumentException("too-fast does not say its seconds");
        }
        return new TooFast("too-fast", Duration.ofSeconds(said.seconds()));
    }
}

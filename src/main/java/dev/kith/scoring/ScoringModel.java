package dev.kith.scoring;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the engine needs to score one version of a questionnaire. Scales and criteria stand in the order they are made: each may build only on those
 * before it, a criterion on any scale. A model that names what it does not have, or would prorate items of unlike ranges, cannot be made.
 */
public record ScoringModel(
        List<ScoredItem> items,
        List<Scale> scales,
        List<Criterion> criteria,
        List<AlertRule> alertRules,
        List<ValidityCheck> checks) {

    public ScoringModel {
        items = List.copyOf(items);
        scales = List.copyOf(scales);
        criteria = List.copyOf(criteria);
        alertRules = List.copyOf(alertRules);
        checks = List.copyOf(checks);
        var faults = faults(items, scales, criteria, alertRules, checks);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.get(0).detail());
        }
    }

    /** All that stands against making a model of these; empty when it can be made. */
    public static List<ModelFault> faults(
            List<ScoredItem> items,
            List<Scale> scales,
            List<Criterion> criteria,
            List<AlertRule> alertRules,
            List<? extends ValidityCheck> checks) {
        return ModelCheck.faults(items, scales, criteria, alertRules, List.copyOf(checks));
    }

    Map<String, ScoredItem> itemsByLinkId() {
        return items.stream().collect(Collectors.toMap(ScoredItem::linkId, Function.identity()));
    }

    public Scale scale(String code) {
        return scales.stream()
                .filter(scale -> scale.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scale " + code));
    }

    /** Whether norms or cut-offs need to know the sex or the age of who answered. */
    public boolean looksAtThePerson() {
        return scales.stream()
                .anyMatch(scale -> scale.bands().stream().anyMatch(band -> band.sex() != null)
                        || (scale.formula() instanceof Formula.Lookup lookup
                                && lookup.table().looksAtThePerson()));
    }

    /** What the scale can be. */
    public Range range(String code) {
        return Ranges.of(this).scale(code);
    }
}

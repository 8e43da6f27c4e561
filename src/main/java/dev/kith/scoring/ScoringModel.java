package dev.kith.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the engine needs to score one version of a questionnaire. Scales stand in the order they are made: a scale may build only on those before
 * it. A model that names what it does not have, or would prorate items of unlike ranges,
 * cannot be made.
 */
public record ScoringModel(
        List<ScoredItem> items, List<Scale> scales, List<AlertRule> alertRules, List<StraightLining> checks) {

    public ScoringModel {
        items = List.copyOf(items);
        scales = List.copyOf(scales);
        alertRules = List.copyOf(alertRules);
        checks = List.copyOf(checks);

        var known = new HashSet<String>();
        for (var item : items) {
            refuseUnless(known.add(item.linkId()), "item twice: " + item.linkId());
        }
        var made = new HashSet<String>();
        for (var scale : scales) {
            refuseUnless(reads(scale, known, made), "scale " + scale.code() + " builds on what is not there");
            refuseUnless(made.add(scale.code()), "scale twice: " + scale.code());
            refuseUnless(
                    scale.missing() instanceof MissingRule.Strict || ranges(scale, items) == 1,
                    "scale " + scale.code() + " lets items of one range stand for items of another");
        }
        for (var check : checks) {
            refuseUnless(known.containsAll(check.items()), check.code() + " looks at what is not scored");
            refuseUnless(
                    items.stream()
                            .anyMatch(item -> item.reversed() && check.items().contains(item.linkId())),
                    check.code() + " needs an item keyed the other way round");
        }
    }

    private static boolean reads(Scale scale, Set<String> items, Set<String> before) {
        if (scale.missing() instanceof MissingRule.Subscales rule && !before.containsAll(rule.valid())) {
            return false;
        }
        if (scale.formula() instanceof Formula.OfItems formula) {
            return items.containsAll(formula.items());
        }
        return scale.formula() instanceof Formula.Linear linear && before.contains(linear.of());
    }

    /** A prorated score stays within its scale only when all its items have one range. */
    private static long ranges(Scale scale, List<ScoredItem> items) {
        if (!(scale.formula() instanceof Formula.OfItems formula)) {
            return 1;
        }
        return items.stream()
                .filter(item -> formula.items().contains(item.linkId()))
                .map(item -> List.of(
                        item.lowest().stripTrailingZeros(), item.highest().stripTrailingZeros()))
                .distinct()
                .count();
    }

    private static void refuseUnless(boolean right, String why) {
        if (!right) {
            throw new IllegalArgumentException(why);
        }
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

    /** What the scale can be. Reversing an item moves neither end. */
    public Range range(String code) {
        return range(scale(code));
    }

    private Range range(Scale scale) {
        var formula = scale.formula();
        if (formula instanceof Formula.Linear linear) {
            var of = range(linear.of());
            var one = of.min().multiply(linear.factor()).add(linear.offset());
            var other = of.max().multiply(linear.factor()).add(linear.offset());
            return new Range(
                    Exact.of(one.min(other)).shown(scale.decimals()),
                    Exact.of(one.max(other)).shown(scale.decimals()));
        }
        var byLinkId = itemsByLinkId();
        var counted =
                ((Formula.OfItems) formula).items().stream().map(byLinkId::get).toList();
        var least = Exact.sum(counted.stream().map(ScoredItem::lowest));
        var most = Exact.sum(counted.stream().map(ScoredItem::highest));
        if (formula instanceof Formula.Mean) {
            least = least.over(counted.size());
            most = most.over(counted.size());
        }
        return new Range(least.shown(scale.decimals()), most.shown(scale.decimals()));
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the parts of a model fit together, so that scoring by it can never fail and no score can leave its range. */
final class ModelCheck {

    /** Beyond it a score is no score: it would only cost digits. */
    private static final BigDecimal FURTHEST = new BigDecimal("1E+12");

    private final List<ModelFault> faults = new ArrayList<>();
    private final Ranges ranges;
    private final Set<String> items = new HashSet<>();
    private final Set<String> reversed = new HashSet<>();
    private final Set<String> scales = new HashSet<>();
    private final Set<String> criteria = new HashSet<>();

    private ModelCheck(List<ScoredItem> items) {
        this.ranges = new Ranges(items);
        for (var place = 0; place < items.size(); place++) {
            var item = items.get(place);
            faultUnless(this.items.add(item.linkId()), "items", place, "item twice: " + item.linkId());
            if (item.reversed()) {
                reversed.add(item.linkId());
            }
        }
    }

    /** All that is wrong; a scale that builds on a wrong one is wrong too. */
    static List<ModelFault> faults(
            List<ScoredItem> items,
            List<Scale> scales,
            List<Criterion> criteria,
            List<AlertRule> rules,
            List<ValidityCheck> checks) {
        var check = new ModelCheck(items);
        for (var place = 0; place < scales.size(); place++) {
            check.scale(place, scales.get(place));
        }
        for (var place = 0; place < criteria.size(); place++) {
            check.criterion(place, criteria.get(place));
        }
        var keys = new HashSet<String>();
        for (var place = 0; place < rules.size(); place++) {
            var rule = rules.get(place);
            check.faultUnless(keys.add(rule.key()), "alertRules", place, "alert rule twice: " + rule.key());
            check.alertRule(place, rule);
        }
        for (var place = 0; place < checks.size(); place++) {
            check.check(place, checks.get(place));
        }
        return check.faults;
    }

    private void scale(int place, Scale scale) {
        var name = "scale " + scale.code();
        var before = faults.size();
        faultUnless(reads(scale), "scales", place, name + " builds on what is not there");
        faultUnless(!scales.contains(scale.code()), "scales", place, "scale twice: " + scale.code());
        if (faults.size() > before) {
            return;
        }
        faultUnless(
                scale.missing() instanceof MissingRule.Strict || partsAreAlike(scale),
                "scales",
                place,
                name + " lets items of one range stand for items of another");
        faultUnless(
                !(scale.missing() instanceof MissingRule.Subscales) || !(scale.formula() instanceof Formula.OfScales),
                "scales",
                place,
                name + " is made of scales: its missing rule is about them already");
        faultUnless(
                !(scale.formula() instanceof Formula.Share) || countsUp(scale),
                "scales",
                place,
                name + " is a share of what can be less than nothing");
        scales.add(scale.code());
        ranges.add(scale);
        var range = ranges.scale(scale.code());
        faultUnless(
                range.min().abs().max(range.max().abs()).compareTo(FURTHEST) <= 0,
                "scales",
                place,
                name + " reaches " + range.min().toEngineeringString() + " to "
                        + range.max().toEngineeringString());
    }

    private boolean countsUp(Scale scale) {
        return ranges.parts(scale.formula()).values().stream()
                .allMatch(range -> range.min().signum() >= 0);
    }

    private boolean reads(Scale scale) {
        if (scale.missing() instanceof MissingRule.Subscales rule && !scales.containsAll(rule.valid())) {
            return false;
        }
        var formula = scale.formula();
        if (formula instanceof Formula.OfItems of) {
            return items.containsAll(of.items());
        }
        if (formula instanceof Formula.Share share) {
            return items.containsAll(share.items());
        }
        if (formula instanceof Formula.OfScales of) {
            return scales.containsAll(of.scales());
        }
        return scales.contains(
                formula instanceof Formula.Linear linear ? linear.of() : ((Formula.Lookup) formula).of());
    }

    /** A prorated score stays within its scale only when all its parts have one range, and none counts against the others. */
    private boolean partsAreAlike(Scale scale) {
        var parts = List.copyOf(ranges.parts(scale.formula()).values());
        var how = scale.formula() instanceof Formula.OfItems of
                ? of.how()
                : scale.formula() instanceof Formula.OfScales of ? of.how() : new Mean();
        return parts.stream().allMatch(part -> part.sameAs(parts.get(0)))
                && (!(how instanceof WeightedSum weighted) || weighted.onlyAdds());
    }

    private void criterion(int place, Criterion criterion) {
        condition("criteria", place, "criterion " + criterion.code(), criterion.when());
        var told = Conditions.told(criterion.when()).stream()
                .map(Condition.Told::code)
                .toList();
        faultUnless(
                new HashSet<>(told).size() == told.size(),
                "criteria",
                place,
                "criterion " + criterion.code() + " tells two parts by one code");
        faultUnless(criteria.add(criterion.code()), "criteria", place, "criterion twice: " + criterion.code());
    }

    private void alertRule(int place, AlertRule rule) {
        condition("alertRules", place, "alert rule " + rule.key(), rule.when());
        faultUnless(
                !rule.onDraft() || rule.looksAtAnswersAlone(),
                "alertRules",
                place,
                "alert rule " + rule.key() + " looks at drafts, so it can look at answers alone");
    }

    private void condition(String list, int place, String name, Condition when) {
        faultUnless(!Conditions.tooLarge(when), list, place, name + " is deeper than 6 or has more than 400 parts");
        faultUnless(
                scales.containsAll(Conditions.scales(when)) && criteria.containsAll(Conditions.criteria(when)),
                list,
                place,
                name + " looks at what is not there");
    }

    private void check(int place, ValidityCheck check) {
        if (check instanceof StraightLining alike) {
            faultUnless(
                    items.containsAll(alike.items()), "checks", place, alike.code() + " looks at what is not scored");
            faultUnless(
                    alike.items().stream().anyMatch(reversed::contains),
                    "checks",
                    place,
                    alike.code() + " needs an item keyed the other way round");
        }
    }

    private void faultUnless(boolean right, String list, int place, String why) {
        if (!right) {
            faults.add(new ModelFault(list, place, why));
        }
    }
}

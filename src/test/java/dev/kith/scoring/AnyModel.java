package dev.kith.scoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A model with formulas, rules and conditions of every kind, and answers to it: the same for the same seed. */
final class AnyModel {

    private final Random random;
    private final List<ScoredItem> items = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();
    private final List<Criterion> criteria = new ArrayList<>();

    AnyModel(long seed) {
        random = new Random(seed);
        var alike = random.nextBoolean() ? values() : null;
        for (var name : Models.names(1 + random.nextInt(8))) {
            items.add(new ScoredItem(name, alike == null ? values() : alike, random.nextBoolean()));
        }
        for (var i = 0; i < 8; i++) {
            try {
                var scale = scale("s" + i);
                if (faults(scale).isEmpty()) {
                    scales.add(scale);
                }
            } catch (IllegalArgumentException refused) {
                // as the language would refuse it
            }
        }
        for (var i = 0; i < 3 && !scales.isEmpty(); i++) {
            criteria.add(new Criterion("c" + i, condition(4)));
        }
    }

    private List<ModelFault> faults(Scale next) {
        var all = new ArrayList<>(scales);
        all.add(next);
        return ScoringModel.faults(items, all, List.of(), List.of(), List.of());
    }

    ScoringModel model() {
        return new ScoringModel(
                items, scales, criteria, List.of(), List.of(new TooFast("too-fast", Duration.ofSeconds(9))));
    }

    Given given() {
        var numbers = new HashMap<String, BigDecimal>();
        var asked = new HashSet<String>();
        var gaps = 1 + random.nextInt(9);
        for (var item : items) {
            if (random.nextInt(gaps) > 0 || gaps == 1) {
                numbers.put(item.linkId(), raw(item));
            }
            if (random.nextInt(5) > 0) {
                asked.add(item.linkId());
            }
        }
        return new Given(
                numbers,
                Set.of(),
                random.nextBoolean() ? null : asked,
                new Circumstances(
                        maybe(Sex.FEMALE, Sex.MALE),
                        maybe(5, 20, 60),
                        maybe(Duration.ofSeconds(3), Duration.ofMinutes(3))));
    }

    private Values values() {
        var least = random.nextInt(5) - 2;
        var wide = 1 + random.nextInt(9);
        return random.nextInt(3) == 0
                ? new Values.Between(new Range(Models.n(least), Models.n(least + wide)))
                : new Values.Listed(IntStream.rangeClosed(least, least + wide)
                        .mapToObj(Models::n)
                        .toList());
    }

    private BigDecimal raw(ScoredItem item) {
        if (item.values() instanceof Values.Listed listed) {
            return listed.values().get(random.nextInt(listed.values().size()));
        }
        var range = item.range();
        return range.min()
                .add(range.max()
                        .subtract(range.min())
                        .multiply(Models.n(random.nextInt(101)).movePointLeft(2)));
    }

    private Scale scale(String code) {
        return new Scale(
                code,
                formula(),
                missing(),
                random.nextInt(3) == 0 ? NotAsked.DROPPED : NotAsked.MISSING,
                random.nextInt(4),
                Rounding.values()[random.nextInt(4)],
                List.of());
    }

    private Formula formula() {
        var kind = random.nextInt(8);
        if (kind == 3) {
            var linkIds = items.stream().map(ScoredItem::linkId).toList();
            return new Formula.Share(some(linkIds), some(linkIds));
        }
        if (kind > 3 && scales.isEmpty() || kind < 4) {
            var names = some(items.stream().map(ScoredItem::linkId).toList());
            return new Formula.OfItems(combination(names), names);
        }
        var before = some(scales.stream().map(Scale::code).toList());
        return switch (kind) {
            case 4 -> new Formula.Linear(before.get(0), number(), number());
            case 5 -> new Formula.Lookup(before.get(0), table());
            default -> new Formula.OfScales(combination(before), before);
        };
    }

    private Combination combination(List<String> names) {
        var weights = new HashMap<String, BigDecimal>();
        var positive = random.nextBoolean();
        names.forEach(name -> weights.put(name, positive ? number().abs() : number()));
        return one(
                new Sum(),
                new Mean(),
                new WeightedSum(weights),
                new Extreme(Extreme.End.MINIMUM),
                new Extreme(Extreme.End.MAXIMUM),
                new CountOf(operator(), number()));
    }

    private MissingRule missing() {
        return one(
                new MissingRule.Strict(),
                new MissingRule.AtMost(1 + random.nextInt(4)),
                new MissingRule.Share(Models.n(1 + random.nextInt(9)).movePointLeft(1)),
                new MissingRule.Subscales(
                        1, scales.isEmpty() ? List.of() : List.of(scales.get(0).code())));
    }

    private NormTable table() {
        var strata = new ArrayList<Stratum>();
        for (var sex : List.of(Sex.FEMALE, Sex.MALE)) {
            var raw = random.nextInt(5) - 3;
            var points = new ArrayList<Stratum.Point>();
            for (var i = 0; i <= random.nextInt(6); i++) {
                raw += 1 + random.nextInt(3);
                points.add(new Stratum.Point(Models.n(raw), number()));
            }
            if (!points.isEmpty()) {
                strata.add(new Stratum(sex, maybe(10), null, points));
            }
        }
        return new NormTable(strata, random.nextBoolean(), random.nextBoolean());
    }

    private Condition condition(int deep) {
        var scale = scales.get(random.nextInt(scales.size())).code();
        var item = items.get(random.nextInt(items.size())).linkId();
        if (deep == 1 || random.nextInt(3) == 0) {
            return one(
                    new Condition.OfItem(item, operator(), number()),
                    new Condition.OfScale(scale, operator(), number()),
                    new Condition.Answered(item, random.nextBoolean()),
                    new Condition.Valid(scale, random.nextBoolean()),
                    criteria.isEmpty() ? new Condition.Valid(scale, true) : new Condition.OfCriterion("c0"));
        }
        var inner = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> condition(deep - 1))
                .toList();
        return one(
                new Condition.All(inner),
                new Condition.Any(inner),
                new Condition.Count(inner, random.nextInt(inner.size() + 1), inner.size()));
    }

    private Operator operator() {
        return Operator.values()[1 + random.nextInt(6)];
    }

    /** Never 0. */
    private BigDecimal number() {
        return Models.n((1 + random.nextInt(40)) * (random.nextBoolean() ? 1 : -1))
                .movePointLeft(random.nextInt(2));
    }

    private List<String> some(List<String> of) {
        var shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(of.size()));
    }

    @SafeVarargs
    private <T> @Nullable T maybe(T... of) {
        return random.nextInt(of.length + 1) == 0 ? null : one(of);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}

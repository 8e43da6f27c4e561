package dev.kith.outcome;

import dev.kith.change.ChangeModel;
import dev.kith.change.EffectSize;
import dev.kith.change.GroupChange;
import dev.kith.outcome.OutcomesView.EffectSizeView;
import dev.kith.outcome.OutcomesView.OutcomeBasis;
import dev.kith.outcome.OutcomesView.OutcomeShare;
import dev.kith.outcome.OutcomesView.ScaleOutcomes;
import dev.kith.outcome.Pairs.Pair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of one scale's pairs: of all, or of those in one program. Numbers of fewer than five people are not told, nor any from which such could
 * be worked out.
 *
 * @param pairs of all clients
 * @param model what was published about change on the scale
 */
record Figures(ScaleNamed scale, ChangeModel model, List<Pair> pairs) {
    static final String FEWER_THAN_FIVE = "fewer-than-five";
    private static final String NO_RELIABILITY = "no-published-reliability";
    private static final String NO_CUT_OFF = "no-published-cut-off";
    private static final int SHARE_DECIMALS = 4;

    /**
     * The scale, in the reader's language.
     *
     * @param versions that give scores of this meaning, newest first
     */
    record ScaleNamed(
            String code,
            String title,
            List<Integer> versions,
            @Nullable String label) {}

    boolean areTold() {
        return pairs.size() >= Veil.FEWEST;
    }

    ScaleOutcomes ofAll() {
        return areTold() ? told(pairs, hiddenOfAll()) : untold();
    }

    /** @param memberships programs by client; clients in none are not there */
    ScaleOutcomes ofProgram(String program, Map<UUID, Set<String>> memberships) {
        if (!areTold()) {
            return untold();
        }
        var programs = pairs.stream()
                .map(pair -> memberships.getOrDefault(pair.client(), Set.of()))
                .toList();
        var tellable = Veil.tellable(programs);
        if (!tellable.contains(program)) {
            return untold();
        }
        var within = new ArrayList<Pair>();
        var apart = new HashMap<Set<String>, List<Pair>>();
        for (var i = 0; i < pairs.size(); i++) {
            if (programs.get(i).contains(program)) {
                within.add(pairs.get(i));
            }
            apart.computeIfAbsent(Veil.of(programs.get(i), tellable), key -> new ArrayList<>())
                    .add(pairs.get(i));
        }
        return told(within, hiddenOfPart(apart));
    }

    private BitSet hiddenOfAll() {
        return classes().isEmpty() ? new BitSet() : Veil.hidden(counts(pairs));
    }

    /** Classes of a part are told as those of the whole are, or not at all: whatever else was hidden could be subtracted. */
    private BitSet hiddenOfPart(Map<Set<String>, List<Pair>> apart) {
        if (classes().isEmpty()) {
            return new BitSet();
        }
        var hidden = Veil.hidden(apart.values().stream().map(this::counts).toList());
        if (!hidden.equals(hiddenOfAll())) {
            hidden.set(0, classes().size());
        }
        return hidden;
    }

    private List<OutcomeClass> classes() {
        return OutcomeClass.knownBy(model);
    }

    private int[] counts(List<Pair> of) {
        var classes = classes();
        var counts = new int[classes.size()];
        if (classes.isEmpty()) {
            return counts;
        }
        for (var pair : of) {
            counts[classes.indexOf(Objects.requireNonNull(OutcomeClass.of(model, pair)))]++;
        }
        return counts;
    }

    private ScaleOutcomes told(List<Pair> of, BitSet hidden) {
        var ends = of.stream().map(Pair::ends).toList();
        var group = GroupChange.of(model.direction(), ends);
        var gain = Objects.requireNonNull(group.gain());
        var counts = counts(of);
        var classes = classes();
        return view(
                of.size(),
                group,
                model.direction().gain(gain),
                effect(EffectSize.of(model.direction(), ends)),
                IntStream.range(0, classes.size())
                        .mapToObj(i -> hidden.get(i)
                                ? OutcomeShare.hidden(classes.get(i).code(), FEWER_THAN_FIVE)
                                : new OutcomeShare(classes.get(i).code(), counts[i], share(counts[i], of.size()), null))
                        .toList());
    }

    private ScaleOutcomes untold() {
        return view(
                null,
                null,
                null,
                new EffectSizeView(null, null, FEWER_THAN_FIVE),
                classes().stream()
                        .map(one -> OutcomeShare.hidden(one.code(), FEWER_THAN_FIVE))
                        .toList());
    }

    private ScaleOutcomes view(
            @Nullable Integer clients,
            @Nullable GroupChange group,
            @Nullable BigDecimal change,
            EffectSizeView effect,
            List<OutcomeShare> known) {
        var shares = new ArrayList<OutcomeShare>(known);
        Arrays.stream(OutcomeClass.values())
                .filter(one -> !classes().contains(one))
                .map(one -> OutcomeShare.hidden(one.code(), classes().isEmpty() ? NO_RELIABILITY : NO_CUT_OFF))
                .forEach(shares::add);
        return new ScaleOutcomes(
                scale.code(),
                scale.title(),
                OutcomesView.code(model.direction()),
                scale.label(),
                scale.versions(),
                clients,
                group == null ? null : group.baseline(),
                group == null ? null : group.latest(),
                change,
                effect,
                shares,
                OutcomeBasis.of(model),
                clients == null ? FEWER_THAN_FIVE : null);
    }

    private static EffectSizeView effect(EffectSize effect) {
        return new EffectSizeView(
                effect.value(), effect.sd(), effect.reason() == null ? null : OutcomesView.code(effect.reason()));
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP);
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores answers by a model. Same model and answers, same scores: no clock, no locale, no floating point.
 *
 * <p>Arithmetic: sums and means are exact fractions, rounded half-up once to the scale's decimals. Prorating is sum times items over answered, which
 * is the mean of the answered for each missing one. A derived scale starts from the value that is shown, so that a reader can redo it by hand. An
 * absent answer is none; 0 is an answer. Answers to items that are not scored are left alone.
 */
public final class Scorer {

    /** Changes whenever the same model and answers could give another score. */
    public static final String ENGINE = "kith-scoring/1";

    private final Map<String, BigDecimal> answers;
    private final Map<String, ScoredItem> items;
    private final Map<String, ScaleScore> made = new LinkedHashMap<>();

    private Scorer(ScoringModel model, Map<String, BigDecimal> answers) {
        this.answers = answers;
        this.items = model.itemsByLinkId();
    }

    /**
     * Scores every scale.
     *
     * @throws IllegalArgumentException when an answer is none of its item's values; check answers before
     */
    public static Scored score(ScoringModel model, Map<String, BigDecimal> answers) {
        var scorer = new Scorer(model, answers);
        model.scales().forEach(scale -> scorer.made.put(scale.code(), scorer.score(scale)));
        var flags = model.checks().stream()
                .filter(check -> check.shows(answers))
                .map(StraightLining::code)
                .toList();
        return new Scored(List.copyOf(scorer.made.values()), flags, ENGINE);
    }

    private ScaleScore score(Scale scale) {
        return scale.formula() instanceof Formula.Linear linear
                ? derived(scale, linear, made(linear.of()))
                : ofItems(scale, (Formula.OfItems) scale.formula());
    }

    private ScaleScore ofItems(Scale scale, Formula.OfItems formula) {
        var keyed = formula.items().stream()
                .filter(answers::containsKey)
                .map(linkId -> item(linkId).keyed(answer(linkId)))
                .toList();
        var asked = formula.items().size();
        var reason = reasonAgainst(scale.missing(), keyed.size(), asked);
        if (reason != null) {
            return new ScaleScore(scale.code(), null, reason, keyed.size(), asked, false, null);
        }
        var sum = Exact.sum(keyed.stream());
        var exact = formula instanceof Formula.Mean
                ? sum.over(keyed.size())
                : sum.times(asked).over(keyed.size());
        return counted(scale, exact, keyed.size(), asked, keyed.size() < asked);
    }

    private ScaleScore derived(Scale scale, Formula.Linear linear, ScaleScore of) {
        if (of.value() == null) {
            return new ScaleScore(
                    scale.code(), null, ScaleScore.Reason.SUBSCALE_INVALID, of.answered(), of.items(), false, null);
        }
        var exact = Exact.of(of.value().multiply(linear.factor()).add(linear.offset()));
        return counted(scale, exact, of.answered(), of.items(), of.prorated());
    }

    private static ScaleScore counted(Scale scale, Exact exact, int answered, int asked, boolean prorated) {
        var value = exact.shown(scale.decimals());
        var band =
                scale.bands().stream().filter(b -> b.holds(value)).findFirst().orElse(null);
        return new ScaleScore(scale.code(), value, null, answered, asked, prorated, band);
    }

    private ScaleScore.@Nullable Reason reasonAgainst(MissingRule rule, int answered, int asked) {
        if (answered == 0 || asked - answered > missingAllowed(rule, asked)) {
            return ScaleScore.Reason.TOO_MANY_MISSING;
        }
        if (rule instanceof MissingRule.Subscales needs
                && !needs.valid().stream().allMatch(code -> made(code).valid())) {
            return ScaleScore.Reason.SUBSCALE_INVALID;
        }
        return null;
    }

    private static int missingAllowed(MissingRule rule, int asked) {
        if (rule instanceof MissingRule.AtMost some) {
            return some.missing();
        }
        return rule instanceof MissingRule.Subscales needs ? asked - needs.answered() : 0;
    }

    private ScaleScore made(String code) {
        return present(made.get(code), code);
    }

    private ScoredItem item(String linkId) {
        return present(items.get(linkId), linkId);
    }

    private BigDecimal answer(String linkId) {
        return present(answers.get(linkId), linkId);
    }

    /** The model vouches for scales and items, the caller for answers that are not null. */
    private static <T> T present(@Nullable T thing, String name) {
        if (thing == null) {
            throw new IllegalArgumentException("not there: " + name);
        }
        return thing;
    }
}

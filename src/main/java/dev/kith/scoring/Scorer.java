package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Scores answers by a model. Same model and answers, same scores: no clock, no locale, no floating point.
 *
 * <p>Arithmetic: values are exact fractions, rounded once to the scale's decimals, half-up unless the scale says otherwise. Prorating is sum times items
 * over answered, which is the mean of the answered for each missing one. A scale made of others starts from the values that are shown, so that a reader
 * can redo it by hand. An absent answer is none; 0 is an answer. Answers to items that are not scored are left alone.
 */
public final class Scorer {

    /** Changes whenever the same model and answers could give another score. */
    public static final String ENGINE = "kith-scoring/1";

    private Scorer() {}

    /**
     * Scores answers to a questionnaire of which every item was asked.
     *
     * @throws IllegalArgumentException when an answer is none of its item's values; check answers before
     */
    public static Scored score(ScoringModel model, Map<String, BigDecimal> answers) {
        return score(model, Given.of(answers));
    }

    /**
     * Scores every scale, then every criterion.
     *
     * @throws IllegalArgumentException when an answer is none of its item's values; check answers before
     */
    public static Scored score(ScoringModel model, Given given) {
        var scales = new ScaleMaking(model, given);
        var facts = MadeFacts.of(given);
        var scores = model.scales().stream().map(scales::make).toList();
        scores.forEach(facts::add);
        var criteria = model.criteria().stream()
                .map(criterion -> {
                    var result = criterion.in(facts);
                    facts.add(result);
                    return result;
                })
                .toList();
        var flags = model.checks().stream()
                .filter(check -> check.shows(given))
                .map(ValidityCheck::code)
                .toList();
        return new Scored(scores, criteria, List.copyOf(flags), ENGINE);
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Which rules fire. A rule about an answer fires on the raw answer: totals, missing rules and validity have no say in it. */
public final class AlertRules {

    private AlertRules() {}

    /** What fires on completed answers to all items, in the order of the model. */
    public static List<AlertRule> firing(ScoringModel model, Map<String, BigDecimal> answers) {
        return firing(model, Given.of(answers));
    }

    /** What fires on completed answers, in the order of the model. */
    public static List<AlertRule> firing(ScoringModel model, Given given) {
        return model.alertRules().stream().allMatch(AlertRule::looksAtAnswersAlone)
                ? firing(model.alertRules(), MadeFacts.of(given))
                : firing(model, given, Scorer.score(model, given));
    }

    /** The same, where the scores are there already. */
    public static List<AlertRule> firing(ScoringModel model, Given given, Scored scored) {
        return firing(model.alertRules(), MadeFacts.of(given, scored));
    }

    /** What fires already while the answers are a draft. */
    public static List<AlertRule> firingOnDraft(ScoringModel model, Map<String, BigDecimal> answers) {
        return firingOnDraft(model, Given.of(answers));
    }

    /** What fires already while the answers are a draft. */
    public static List<AlertRule> firingOnDraft(ScoringModel model, Given given) {
        return firing(model.alertRules().stream().filter(AlertRule::onDraft).toList(), MadeFacts.of(given));
    }

    private static List<AlertRule> firing(List<AlertRule> rules, Facts facts) {
        return rules.stream().filter(rule -> rule.fires(facts)).toList();
    }
}

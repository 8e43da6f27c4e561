package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which rules fire on raw answers. Totals, missing rules and validity have no say. */
public final class AlertRules {

    private AlertRules() {}

    /** What fires on completed answers, in the order of the model. */
    public static List<AlertRule> firing(ScoringModel model, Map<String, BigDecimal> answers) {
        return firing(model, answers, rule -> true);
    }

    /** What fires already while the answers are a draft. */
    public static List<AlertRule> firingOnDraft(ScoringModel model, Map<String, BigDecimal> answers) {
        return firing(model, answers, AlertRule::onDraft);
    }

    private static List<AlertRule> firing(
            ScoringModel model, Map<String, BigDecimal> answers, Predicate<AlertRule> which) {
        return model.alertRules().stream()
                .filter(which)
                .filter(rule -> {
                    var answer = answers.get(rule.item());
                    return answer != null && rule.fires(answer);
                })
                .toList();
    }
}

package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.item;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.scoring.AlertRule.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private final AlertRule harm = rule("harm", "x2", Operator.AT_LEAST, 1, true);
    private final AlertRule notice = rule("notice", "context", Operator.EQUAL, 1, false);
    private final AlertRule low = rule("low", "x1", Operator.AT_MOST, 0, false);
    private final ScoringModel model = new ScoringModel(
            List.of(item("x1"), item("x2")),
            List.of(new Scale("total", sumOf(names(2)), STRICT, 0, List.of())),
            List.of(),
            List.of(harm, notice, low),
            List.of());

    @Test
    void aRuleLooksAtOneRawAnswerWhateverTheTotal() {
        assertThat(firing(Map.of("x1", n(3), "x2", n(0)))).isEmpty();
        assertThat(firing(Map.of("x1", n(3), "x2", n(1)))).containsExactly(harm);
        assertThat(firing(Map.of("x2", n(3)))).as("the total is not valid").containsExactly(harm);
    }

    @Test
    void anAbsentAnswerFiresNothing() {
        assertThat(firing(Map.of())).isEmpty();
    }

    @Test
    void zeroIsComparedLikeAnyAnswer() {
        assertThat(firing(Map.of("x1", n("0.0"), "x2", n(0)))).containsExactly(low);
    }

    @Test
    void anItemThatIsNotScoredMayFire() {
        assertThat(firing(Map.of("context", n(1)))).containsExactly(notice);
        assertThat(firing(Map.of("context", n(2)))).isEmpty();
    }

    @Test
    void aDraftFiresOnlyWhatLooksAtDrafts() {
        assertThat(AlertRules.firingOnDraft(model, Map.of("x2", n(1), "context", n(1))))
                .containsExactly(harm);
    }

    @Test
    void theSameAnswersToWhatARuleLooksAtAreTheSameEvidence() {
        var once = harm.evidence(Given.of(Map.of("x1", n(1), "x2", n(1))));
        assertThat(harm.evidence(Given.of(Map.of("x1", n(3), "x2", n(1))))).isEqualTo(once);
        assertThat(harm.evidence(Given.of(Map.of("x1", n(1), "x2", n(3))))).isNotEqualTo(once);
        assertThat(harm.evidence(Given.of(Map.of("x1", n(1))))).isEmpty();
    }

    private List<AlertRule> firing(Map<String, BigDecimal> answers) {
        return AlertRules.firing(model, answers);
    }

    private static AlertRule rule(String key, String item, Operator operator, int value, boolean onDraft) {
        return new AlertRule(key, new Condition.OfItem(item, operator, n(value)), Severity.CRITICAL, onDraft, true);
    }
}

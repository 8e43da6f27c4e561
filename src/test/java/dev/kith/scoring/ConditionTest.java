package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.answers;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.reversed;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kith.scoring.AlertRule.Severity;
import dev.kith.scoring.Condition.All;
import dev.kith.scoring.Condition.Answered;
import dev.kith.scoring.Condition.Any;
import dev.kith.scoring.Condition.Count;
import dev.kith.scoring.Condition.OfCriterion;
import dev.kith.scoring.Condition.OfItem;
import dev.kith.scoring.Condition.OfScale;
import dev.kith.scoring.Condition.Told;
import dev.kith.scoring.Condition.Valid;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions say yes, no, or that it cannot be said. */
class ConditionTest {

    private static final Condition YES = new OfItem("x1", Operator.EQUAL, n(1));
    private static final Condition NO = new OfItem("x1", Operator.EQUAL, n(2));
    private static final Condition UNSAID = new OfItem("x9", Operator.EQUAL, n(1));

    @ParameterizedTest
    @CsvSource({
        "=,1,TRUE",
        "=,1.0,TRUE",
        "=,2,FALSE",
        "!=,2,TRUE",
        "!=,1,FALSE",
        ">,0,TRUE",
        ">,1,FALSE",
        "<,2,TRUE",
        "<,1,FALSE",
        ">=,1,TRUE",
        ">=,2,FALSE",
        "<=,1,TRUE",
        "<=,0,FALSE"
    })
    void anAnswerOfOneComparesLikeANumber(String sign, String value, Truth truth) {
        assertThat(truth(new OfItem("x1", operator(sign), n(value)))).isEqualTo(truth);
        assertThat(truth(new OfItem("x9", operator(sign), n(value)))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void unknownDecidesNothingThatIsDecidedWithoutIt() {
        assertThat(truth(new All(List.of(YES, UNSAID)))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(new All(List.of(NO, UNSAID)))).isEqualTo(Truth.FALSE);
        assertThat(truth(new Any(List.of(YES, UNSAID)))).isEqualTo(Truth.TRUE);
        assertThat(truth(new Any(List.of(NO, UNSAID)))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(new Any(List.of(NO, NO)))).isEqualTo(Truth.FALSE);
        assertThat(truth(new All(List.of(YES, YES)))).isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"1,3,TRUE", "2,3,UNKNOWN", "3,3,FALSE", "0,1,UNKNOWN", "0,0,FALSE", "0,2,TRUE"})
    void aCountOfOneYesOneNoAndOneUnsaid(int atLeast, int atMost, Truth truth) {
        assertThat(truth(new Count(List.of(YES, NO, UNSAID), atLeast, atMost))).isEqualTo(truth);
    }

    @Test
    void whetherSomethingWasAnsweredIsAlwaysKnown() {
        assertThat(truth(new Answered("x1", true))).isEqualTo(Truth.TRUE);
        assertThat(truth(new Answered("x9", true))).isEqualTo(Truth.FALSE);
        assertThat(truth(new Answered("x9", false))).isEqualTo(Truth.TRUE);
        assertThat(truth(new Answered("words", true)))
                .as("no number, but an answer")
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void conditionsLookAtRawAnswersAndShownScores() {
        var model = model(
                criterion("raw", new OfItem("x1", Operator.EQUAL, n(3))),
                criterion("shown", new OfScale("total", Operator.EQUAL, n(0))),
                criterion("counts", new Valid("total", true)),
                criterion("both", new All(List.of(new OfCriterion("raw"), new OfCriterion("shown")))));

        var whole = Scorer.score(model, answers(3, 3));
        assertThat(whole.criteria()).allMatch(result -> Boolean.TRUE.equals(result.met()));
        var half = Scorer.score(model, answers(3, null));
        assertThat(half.criterion("raw").met()).isTrue();
        assertThat(half.criterion("shown").met()).isNull();
        assertThat(half.criterion("counts").met()).isFalse();
        assertThat(half.criterion("both").met()).isNull();
    }

    @Test
    void aCriterionTellsItsPartsWhateverBecameOfIt() {
        var model = model(criterion(
                "c",
                new All(List.of(new Told("first", NO), new Told("second", new Any(List.of(new Told("inner", YES))))))));

        var result = Scorer.score(model, answers(1, null)).criterion("c");
        assertThat(result.met()).isFalse();
        assertThat(result.parts())
                .containsExactly(
                        new CriterionResult.Part("first", false),
                        new CriterionResult.Part("second", true),
                        new CriterionResult.Part("inner", true));
    }

    @Test
    void aRuleFiresOnlyOnWhatHoldsForSure() {
        var rule = new AlertRule(
                "r", new All(List.of(YES, new OfScale("total", Operator.LESS, n(9)))), Severity.NOTICE, false, false);
        var model = new ScoringModel(items(), List.of(total()), List.of(), List.of(rule), List.of());

        assertThat(AlertRules.firing(model, answers(1, 1))).containsExactly(rule);
        assertThat(AlertRules.firing(model, answers(1, null))).as("no total").isEmpty();
        assertThat(AlertRules.firing(model, answers(2, 1))).isEmpty();
        assertThat(rule.item()).isNull();
        assertThat(new AlertRule("r", YES, Severity.NOTICE, false, false).item())
                .isEqualTo("x1");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        var total = new OfScale("total", Operator.LESS, n(1));
        assertThatThrownBy(() -> model(criterion("c", new OfCriterion("c")))).hasMessageContaining("not there");
        assertThatThrownBy(() -> model(criterion("c", new Valid("none", true)))).hasMessageContaining("not there");
        assertThatThrownBy(() -> model(criterion("c", YES), criterion("c", NO))).hasMessageContaining("twice");
        assertThatThrownBy(() -> model(criterion("c", new All(List.of(new Told("t", YES), new Told("t", NO))))))
                .hasMessageContaining("one code");
        assertThatThrownBy(() -> model(criterion("c", deep(7)))).hasMessageContaining("deeper");
        assertThatThrownBy(() -> model(criterion("c", new All(Collections.nCopies(400, YES)))))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> new ScoringModel(
                        items(),
                        List.of(total()),
                        List.of(),
                        List.of(new AlertRule("r", total, Severity.CRITICAL, true, true)),
                        List.of()))
                .hasMessageContaining("drafts");
        assertThatThrownBy(() -> new Count(List.of(YES), 2, 2)).hasMessageContaining("never");
        assertThatThrownBy(() -> new All(List.of())).hasMessageContaining("none");
        assertThatThrownBy(() -> new OfItem("x1", Operator.EXISTS, n(1))).hasMessageContaining("exists");
        assertThat(model(criterion("c", deep(6))).criteria()).hasSize(1);
    }

    @Test
    void allFaultsAreToldWithTheirPlaces() {
        var faults = ScoringModel.faults(
                items(),
                List.of(
                        new Scale("a", sumOf(List.of("none")), STRICT, 0, List.of()),
                        total(),
                        new Scale("total", sumOf(names(2)), STRICT, 0, List.of())),
                List.of(criterion("c", new OfCriterion("none"))),
                List.of(),
                List.of(new StraightLining("straight-lining", List.of("x2", "y"))));

        assertThat(faults)
                .extracting(ModelFault::list, ModelFault::place)
                .contains(tuple("scales", 0), tuple("scales", 2), tuple("criteria", 0), tuple("checks", 0));
    }

    @Test
    void fasterThanItCanBeReadIsDoubted() {
        var model = new ScoringModel(
                items(),
                List.of(total()),
                List.of(),
                List.of(),
                List.of(new TooFast("too-fast", Duration.ofSeconds(20))));

        assertThat(flags(model, Duration.ofMillis(19_999))).containsExactly("too-fast");
        assertThat(flags(model, Duration.ofSeconds(20))).isEmpty();
        assertThat(Scorer.score(model, answers(1, 1)).flags())
                .as("nobody knows")
                .isEmpty();
    }

    private static List<String> flags(ScoringModel model, Duration took) {
        var given = new Given(answers(1, 1), Set.of(), null, new Circumstances(null, null, took));
        return Scorer.score(model, given).flags();
    }

    private static Condition deep(int levels) {
        var condition = YES;
        for (var i = 1; i < levels; i++) {
            condition = new All(List.of(condition));
        }
        return condition;
    }

    private static Operator operator(String sign) {
        return List.of(Operator.values()).stream()
                .filter(each -> each.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private static Truth truth(Condition condition) {
        var given = new Given(Map.of("x1", n(1)), Set.of("words"), null, Circumstances.UNKNOWN);
        return condition.in(MadeFacts.of(given));
    }

    private static Criterion criterion(String code, Condition when) {
        return new Criterion(code, when);
    }

    private static List<ScoredItem> items() {
        return List.of(reversed("x1"), reversed("x2"));
    }

    private static Scale total() {
        return new Scale("total", sumOf(names(2)), STRICT, 0, List.of());
    }

    private static ScoringModel model(Criterion... criteria) {
        return new ScoringModel(items(), List.of(total()), List.of(criteria), List.of(), List.of());
    }
}

package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.answers;
import static dev.kith.scoring.Models.band;
import static dev.kith.scoring.Models.item;
import static dev.kith.scoring.Models.meanOf;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.reversed;
import static dev.kith.scoring.Models.sum;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.scoring.ScaleScore.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerTest {

    @Test
    void zeroIsAnAnswerAndAbsentIsNone() {
        var strict = sum(3, STRICT);

        assertThat(Scorer.score(strict, answers(0, 0, 0)).scale("total").value())
                .isEqualByComparingTo("0");
        var missing = Scorer.score(strict, answers(0, null, 0)).scale("total");
        assertThat(missing.value()).isNull();
        assertThat(missing.valid()).isFalse();
        assertThat(missing.reason()).isEqualTo(Reason.TOO_MANY_MISSING);
        assertThat(missing.answered()).isEqualTo(2);
        assertThat(missing.items()).isEqualTo(3);
    }

    @Test
    void theAnsweredStandForTheMissingRoundedHalfUpOnce() {
        var some = sum(9, new MissingRule.AtMost(2));

        var score = Scorer.score(some, answers(1, 1, 1, 1, 2, 2, 2, null, null)).scale("total");

        assertThat(score.value()).as("10 * 9 / 7 = 12.857").isEqualByComparingTo("13");
        assertThat(score.prorated()).isTrue();
        assertThat(Scorer.score(sum(3, new MissingRule.AtMost(1)), answers(1, 2, null))
                        .scale("total")
                        .value())
                .as("3 * 3 / 2 = 4.5")
                .isEqualByComparingTo("5");
    }

    @Test
    void oneMissingMoreThanAllowedIsTooMany() {
        var score = Scorer.score(sum(9, new MissingRule.AtMost(2)), answers(1, 1, 1, 1, 2, 2, null, null, null))
                .scale("total");

        assertThat(score.reason()).isEqualTo(Reason.TOO_MANY_MISSING);
        assertThat(score.prorated()).isFalse();
    }

    @Test
    void noAnswerAtAllIsNeverAScore() {
        var lenient = sum(2, new MissingRule.AtMost(2));

        assertThat(Scorer.score(lenient, Map.of()).scale("total").reason()).isEqualTo(Reason.TOO_MANY_MISSING);
    }

    @Test
    void aBandHoldsTheValueAsShown() {
        var banded = sum(3, STRICT, band(0, 4, "low"), band(5, 9, "high"));

        assertThat(Scorer.score(banded, answers(1, 1, 2)).scale("total").band()).isEqualTo(band(0, 4, "low"));
        assertThat(Scorer.score(banded, answers(1, 2, 2)).scale("total").band()).isEqualTo(band(5, 9, "high"));
    }

    @Test
    void aTotalThatNeedsItsSubscalesFallsWithThem() {
        var model = new ScoringModel(
                List.of(item("x1"), item("x2"), item("x3"), reversed("x4")),
                List.of(
                        new Scale("a", meanOf(List.of("x1", "x2")), new MissingRule.AtMost(1), 1, List.of()),
                        new Scale("b", meanOf(List.of("x3", "x4")), STRICT, 1, List.of()),
                        new Scale(
                                "total",
                                sumOf(names(4)),
                                new MissingRule.Subscales(3, List.of("a", "b")),
                                0,
                                List.of()),
                        new Scale("percent", new Formula.Linear("total", n("12.5"), n(1)), STRICT, 1, List.of())),
                List.of(),
                List.of(),
                List.of());

        var whole = Scorer.score(model, answers(1, null, 2, 0));
        assertThat(whole.scale("a").value()).isEqualByComparingTo("1");
        assertThat(whole.scale("b").value()).as("2 and 3 - 0").isEqualByComparingTo("2.5");
        assertThat(whole.scale("total").value()).as("6 * 4 / 3").isEqualByComparingTo("8");
        assertThat(whole.scale("percent").value()).as("8 * 12.5 + 1").isEqualByComparingTo("101");
        assertThat(whole.scale("percent").prorated()).isTrue();
        assertThat(whole.scale("percent").items()).isEqualTo(4);

        var fallen = Scorer.score(model, answers(1, 1, 2, null));
        assertThat(fallen.scale("total").reason()).isEqualTo(Reason.SUBSCALE_INVALID);
        assertThat(fallen.scale("percent").reason()).isEqualTo(Reason.SUBSCALE_INVALID);
        assertThat(Scorer.score(model, answers(1, null, 2, null)).scale("total").reason())
                .isEqualTo(Reason.TOO_MANY_MISSING);
    }

    @Test
    void anAnswerThatIsNotOfferedIsRefused() {
        assertThatThrownBy(() -> Scorer.score(sum(1, STRICT), answers(4))).hasMessageContaining("x1");
    }

    @Test
    void answersToItemsThatAreNotScoredChangeNothing() {
        assertThat(Scorer.score(sum(1, STRICT), Map.of("x1", n(2), "difficulty", n(3)))
                        .scale("total")
                        .value())
                .isEqualByComparingTo("2");
    }

    @Test
    void allAlikeRaisesAFlagOnlyWhenComplete() {
        var model = new ScoringModel(
                List.of(item("x1"), reversed("x2")),
                List.of(new Scale("total", sumOf(names(2)), STRICT, 0, List.of())),
                List.of(),
                List.of(),
                List.of(new StraightLining("straight-lining", names(2))));

        assertThat(Scorer.score(model, answers(2, 2)).flags()).containsExactly("straight-lining");
        assertThat(Scorer.score(model, answers(2, 1)).flags()).isEmpty();
        assertThat(Scorer.score(model, answers(2, null)).flags()).isEmpty();
        assertThat(Scorer.score(model, answers()).flags()).isEmpty();
    }

    @Test
    void everyScoreNamesTheEngine() {
        assertThat(Scorer.score(sum(1, STRICT), answers(1)).engine()).isEqualTo(Scorer.ENGINE);
    }
}

package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.answers;
import static dev.kith.scoring.Models.item;
import static dev.kith.scoring.Models.model;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.reversed;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.scoring.ScaleScore.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each formula makes of answers, redone by hand. */
class FormulasTest {

    private static final Combination LEAST = new Extreme(Extreme.End.MINIMUM);
    private static final Combination MOST = new Extreme(Extreme.End.MAXIMUM);
    private static final Combination TWO_AND_UP = new CountOf(Operator.AT_LEAST, n(2));

    @Test
    void lowestHighestAndCountReadKeyedAnswers() {
        var items = List.of(item("x1"), item("x2"), reversed("x3"));

        assertThat(value(model(items, of(LEAST, STRICT)), answers(1, 2, 3)))
                .as("3 turned is 0")
                .isEqualTo("0");
        assertThat(value(model(items, of(MOST, STRICT)), answers(1, 2, 0)))
                .as("0 turned is 3")
                .isEqualTo("3");
        assertThat(value(model(items, of(TWO_AND_UP, STRICT)), answers(1, 2, 0)))
                .isEqualTo("2");
    }

    @Test
    void whatIsMissingIsNotCountedAndStandsForNobody() {
        var items = names(3).stream().map(Models::item).toList();
        var score = Scorer.score(model(items, of(TWO_AND_UP, new MissingRule.AtMost(1))), answers(2, 3, null))
                .scale("made");

        assertThat(score.value()).isEqualByComparingTo("2");
        assertThat(score.prorated()).isFalse();
        assertThat(score.answered()).isEqualTo(2);
        var least = Scorer.score(model(items, of(LEAST, new MissingRule.AtMost(1))), answers(2, 3, null))
                .scale("made");
        assertThat(least.value()).isEqualByComparingTo("2");
        assertThat(least.prorated()).isTrue();
    }

    @Test
    void weightsCountAgainstEachOtherAndProratingIsByWeight() {
        var items = names(3).stream().map(Models::item).toList();
        var mixed = new WeightedSum(Map.of("x1", n(2), "x2", n("0.5"), "x3", n(-1)));
        assertThat(value(model(items, of(mixed, STRICT)), answers(3, 1, 2)))
                .as("6 + 0.5 - 2")
                .isEqualTo("4.5");
        assertThat(model(items, of(mixed, STRICT)).range("made")).isEqualTo(new Range(n("-3.0"), n("7.5")));

        var adding = new WeightedSum(Map.of("x1", n(1), "x2", n(2), "x3", n(1)));
        assertThat(value(model(items, of(adding, new MissingRule.AtMost(1))), answers(3, 1, null)))
                .as("5 of weight 3 is 6.67 of weight 4")
                .isEqualTo("6.7");
        assertThatThrownBy(() -> model(items, of(mixed, new MissingRule.AtMost(1))))
                .hasMessageContaining("stand for");
    }

    @Test
    void everyPartNeedsAWeightAndNoneIsNothing() {
        assertThatThrownBy(() -> new Formula.OfItems(new WeightedSum(Map.of("x1", n(1))), names(2)))
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> new WeightedSum(Map.of("x1", n("0.0")))).hasMessageContaining("weight");
    }

    @Test
    void aScaleOfScalesStartsFromWhatIsShown() {
        var model = model(
                List.of(item("x1"), item("x2"), item("x3")),
                new Scale("a", Models.meanOf(names(3)), new MissingRule.AtMost(1), 1, List.of()),
                new Scale("b", sumOf(List.of("x1")), STRICT, 0, List.of()),
                new Scale("made", new Formula.OfScales(new Sum(), List.of("a", "b")), STRICT, 1, List.of()));

        var score = Scorer.score(model, answers(1, 1, 0)).scale("made");
        assertThat(score.value()).as("0.667 is shown as 0.7; with 1").isEqualByComparingTo("1.7");
        assertThat(score.items()).as("x1 counts once").isEqualTo(3);
        assertThat(model.range("made")).isEqualTo(new Range(n("0.0"), n("6.0")));

        assertThat(Scorer.score(model, answers(1, 1, null)).scale("made").prorated())
                .isTrue();
        var fallen = Scorer.score(model, answers(null, 1, 1)).scale("made");
        assertThat(fallen.reason()).isEqualTo(Reason.SUBSCALE_INVALID);
        assertThat(fallen.answered()).isEqualTo(2);
    }

    @Test
    void scalesOfOneRangeMayStandForEachOther() {
        var model = model(
                List.of(item("x1"), item("x2")),
                new Scale("a", sumOf(List.of("x1")), STRICT, 0, List.of()),
                new Scale("b", sumOf(List.of("x2")), STRICT, 0, List.of()),
                new Scale(
                        "made",
                        new Formula.OfScales(new Sum(), List.of("a", "b")),
                        new MissingRule.AtMost(1),
                        0,
                        List.of()));

        assertThat(Scorer.score(model, answers(2, null)).scale("made").value()).isEqualByComparingTo("4");
    }

    @ParameterizedTest
    @CsvSource({
        "4,true", // of 5: 0.8
        "3,false"
    })
    void aShareOfTheAnswersIsEnough(int answered, boolean enough) {
        var share = new MissingRule.Share(n("0.8"));

        assertThat(share.allows(answered, 5)).isEqualTo(enough);
    }

    @Test
    void aShareOfSevenIsNotRoundedInAnybodysFavour() {
        var share = new MissingRule.Share(n("0.8"));

        assertThat(share.allows(5, 7)).as("5.6 are asked for").isFalse();
        assertThat(share.allows(6, 7)).isTrue();
        assertThatThrownBy(() -> new MissingRule.Share(n(1))).hasMessageContaining("strict");
    }

    @Test
    void anItemThatWasNotAskedLeavesTheScaleOrIsMissing() {
        var items = List.of(
                new ScoredItem("work", Models.zeroTo(8), false), new ScoredItem("home", Models.zeroTo(8), false));
        var formula = sumOf(List.of("work", "home"));
        var dropping = new Scale("made", formula, STRICT, NotAsked.DROPPED, 0, Rounding.HALF_UP, List.of());
        var keeping = new Scale("made", formula, STRICT, 0, List.of());
        var retired = new Given(Map.of("home", n(8)), Set.of(), Set.of("home"), Circumstances.UNKNOWN);

        var score = Scorer.score(model(items, dropping), retired).scale("made");
        assertThat(score.value()).as("nothing stands for work").isEqualByComparingTo("8");
        assertThat(score.prorated()).isFalse();
        assertThat(score.items()).isEqualTo(1);
        assertThat(Scorer.score(model(items, keeping), retired).scale("made").reason())
                .isEqualTo(Reason.TOO_MANY_MISSING);
        assertThat(Scorer.score(model(items, dropping), Map.of("home", n(8)))
                        .scale("made")
                        .reason())
                .as("asked, not answered")
                .isEqualTo(Reason.TOO_MANY_MISSING);
        var none = new Given(Map.of(), Set.of(), Set.of(), Circumstances.UNKNOWN);
        assertThat(Scorer.score(model(items, dropping), none).scale("made").reason())
                .isEqualTo(Reason.NOTHING_ASKED);
    }

    @Test
    void theRangeKnowsThatItemsMayBeLeftOut() {
        var items = List.of(
                new ScoredItem("low", Models.zeroTo(1), false),
                new ScoredItem("high", new Values.Between(new Range(n(5), n(9))), false));

        assertThat(dropped(items, LEAST)).as("high alone").isEqualTo(new Range(n(0), n(9)));
        assertThat(dropped(items, MOST)).as("low alone").isEqualTo(new Range(n(0), n(9)));
        assertThat(dropped(items, new Mean())).isEqualTo(new Range(n(0), n(9)));
        assertThat(dropped(items, new Sum())).as("low alone to both").isEqualTo(new Range(n(0), n(10)));
    }

    private static Range dropped(List<ScoredItem> items, Combination how) {
        var formula = new Formula.OfItems(how, List.of("low", "high"));
        return model(items, new Scale("made", formula, STRICT, NotAsked.DROPPED, 0, Rounding.HALF_UP, List.of()))
                .range("made");
    }

    @Test
    void anAnswerToWhatWasNotAskedIsNone() {
        var given = new Given(Map.of("x1", n(3)), Set.of("x1"), Set.of("x2"), Circumstances.UNKNOWN);

        assertThat(given.numbers()).isEmpty();
        assertThat(given.answered()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP,0.5,1",
        "HALF_UP,2.5,3",
        "HALF_UP,-2.5,-3",
        "HALF_EVEN,0.5,0",
        "HALF_EVEN,2.5,2",
        "HALF_EVEN,1.5,2",
        "UP,2.1,3",
        "UP,-2.1,-3",
        "DOWN,2.9,2",
        "DOWN,-2.9,-2"
    })
    void roundingIsAsTheScaleSays(Rounding rounding, BigDecimal exact, String shown) {
        var scale = new Scale("made", sumOf(names(1)), STRICT, NotAsked.MISSING, 0, rounding, List.of());

        assertThat(Exact.of(exact).shown(scale)).isEqualByComparingTo(shown);
    }

    @Test
    void anItemWithoutOptionsTakesAnyNumberBetweenItsEnds() {
        var line = new ScoredItem("x1", new Values.Between(new Range(n(0), n(10))), true);

        assertThat(line.keyed(n("2.5"))).isEqualByComparingTo("7.5");
        assertThatThrownBy(() -> line.keyed(n("10.1"))).hasMessageContaining("does not take");
    }

    @Test
    void bandsBySexNeedTheSexOnlyWhereTheyDiffer() {
        var scale = new Scale(
                "made",
                sumOf(names(3)),
                STRICT,
                0,
                List.of(
                        new Band(n(0), n(2), "low", BandBasis.PUBLISHED),
                        new Band(n(3), n(9), "high", BandBasis.PUBLISHED, Sex.FEMALE),
                        new Band(n(3), n(3), "low", BandBasis.PUBLISHED, Sex.MALE),
                        new Band(n(4), n(9), "high", BandBasis.PUBLISHED, Sex.MALE)));
        var model = model(names(3).stream().map(Models::item).toList(), scale);

        assertThat(BandCoverage.faults(model, "made")).isEmpty();
        assertThat(bandAt(model, answers(1, 1, 1), Sex.FEMALE)).isEqualTo("high");
        assertThat(bandAt(model, answers(1, 1, 1), Sex.MALE)).isEqualTo("low");
        assertThat(bandAt(model, answers(1, 1, 1), null)).isEqualTo("SEX_UNKNOWN");
        assertThat(bandAt(model, answers(1, 1, 0), null)).isEqualTo("low");
    }

    @Test
    void aGapForOneSexIsFound() {
        var scale = new Scale(
                "made",
                sumOf(names(1)),
                STRICT,
                0,
                List.of(
                        new Band(n(0), n(3), "any", BandBasis.PUBLISHED, Sex.FEMALE),
                        new Band(n(0), n(2), "any", BandBasis.PUBLISHED, Sex.MALE)));

        assertThat(BandCoverage.faults(model(List.of(item("x1")), scale), "made"))
                .singleElement()
                .asString()
                .contains("bands end at 2");
    }

    private static String bandAt(ScoringModel model, Map<String, BigDecimal> answers, @Nullable Sex sex) {
        var given = new Given(answers, Set.of(), null, new Circumstances(sex, null, null));
        var score = Scorer.score(model, given).scale("made");
        return score.band() == null
                ? String.valueOf(score.bandReason())
                : score.band().code();
    }

    private static Scale of(Combination how, MissingRule missing) {
        return new Scale(
                "made", new Formula.OfItems(how, names(3)), missing, how instanceof WeightedSum ? 1 : 0, List.of());
    }

    private static String value(ScoringModel model, Map<String, BigDecimal> answers) {
        return String.valueOf(Scorer.score(model, answers).scale("made").value());
    }
}

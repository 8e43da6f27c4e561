package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.answers;
import static dev.kith.scoring.Models.model;
import static dev.kith.scoring.Models.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.scoring.ScaleScore.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A part of a whole, in percent: what it comes to, and where there is none. */
class ShareTest {
    /** x1 of x1 and x2. */
    private static final ScoringModel OF_BOTH = shares(new Formula.Share(List.of("x1"), List.of("x1", "x2")));
    /** x1 of x2. */
    private static final ScoringModel OF_OTHER = shares(new Formula.Share(List.of("x1"), List.of("x2")));

    @Example
    void redoneByHand() {
        assertThat(value(OF_BOTH, 1, 9)).as("1 of 10").isEqualByComparingTo("10");
        assertThat(value(OF_OTHER, 2, 3)).as("66.67, rounded once").isEqualByComparingTo("67");
        assertThat(value(OF_OTHER, 1, 8)).as("12.5, half-up").isEqualByComparingTo("13");
        assertThat(value(OF_OTHER, 0, 5)).isEqualByComparingTo("0");
        assertThat(OF_OTHER.range("made")).isEqualTo(new Range(n(0), n(100)));
    }

    @Example
    void moreThanTheWholeIsAllOfIt() {
        assertThat(value(OF_OTHER, 9, 3)).isEqualByComparingTo("100");
    }

    @Example
    void ofNothingThereIsNoShareWhetherOrNotThePartWasAnswered() {
        for (var part : new @Nullable Integer[] {null, 0, 4}) {
            var score = made(OF_OTHER, part, 0);
            assertThat(score.value()).isNull();
            assertThat(score.reason()).isEqualTo(Reason.SHARE_OF_NOTHING);
        }
        assertThat(made(OF_BOTH, 0, 0).reason()).isEqualTo(Reason.SHARE_OF_NOTHING);
    }

    @Example
    void whatIsMissingStandsForNothing() {
        for (var model : List.of(OF_BOTH, OF_OTHER)) {
            assertThat(made(model, null, 3).reason()).isEqualTo(Reason.TOO_MANY_MISSING);
            assertThat(made(model, 3, null).reason()).isEqualTo(Reason.TOO_MANY_MISSING);
            assertThat(made(model, null, null).reason()).isEqualTo(Reason.TOO_MANY_MISSING);
        }
        assertThat(made(OF_OTHER, null, 3).answered()).isEqualTo(1);
        assertThat(made(OF_OTHER, null, 3).items()).isEqualTo(2);
        assertThat(made(OF_BOTH, 1, 1).items()).as("x1 counts once").isEqualTo(2);
    }

    @Example
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> new Formula.Share(List.of("x1", "x2"), List.of("x2")))
                .hasMessageContaining("no share");
        assertThatThrownBy(() -> new Formula.Share(List.of(), List.of("x2"))).hasMessageContaining("each once");
        assertThatThrownBy(() -> new Formula.Share(List.of("x1"), List.of("x2", "x2")))
                .hasMessageContaining("each once");
        assertThatThrownBy(() -> shares(new Formula.Share(List.of("x1"), List.of("x3"))))
                .hasMessageContaining("not there");
        var debt = new ScoredItem("x2", new Values.Between(new Range(n(-1), n(9))), false);
        assertThatThrownBy(() ->
                        model(List.of(counted("x1"), debt), scale(new Formula.Share(List.of("x1"), List.of("x2")))))
                .hasMessageContaining("less than nothing");
    }

    @Property
    void itIsThePartOverTheWholeAndNeverMoreThanAHundred(
            @ForAll @IntRange(max = 30) int part, @ForAll @IntRange(min = 1, max = 30) int whole) {
        var exact = BigDecimal.valueOf(100L * part).divide(n(whole), 0, RoundingMode.HALF_UP);
        assertThat(value(OF_OTHER, part, whole)).isEqualByComparingTo(exact.min(n(100)));
    }

    @Property
    void bothSidesOfOneWholeMakeAHundredUpToRounding(
            @ForAll @IntRange(max = 30) int one, @ForAll @IntRange(min = 1, max = 30) int other) {
        var sum = value(OF_BOTH, one, other).add(value(OF_BOTH, other, one));
        assertThat(sum).isBetween(n(100), n(101));
    }

    @Property
    void moreOfThePartIsNeverLessOfAShare(
            @ForAll @IntRange(max = 29) int part, @ForAll @IntRange(min = 1, max = 30) int whole) {
        assertThat(value(OF_OTHER, part + 1, whole)).isGreaterThanOrEqualTo(value(OF_OTHER, part, whole));
        assertThat(value(OF_BOTH, part + 1, whole)).isGreaterThanOrEqualTo(value(OF_BOTH, part, whole));
    }

    @Property
    void twiceAsMuchOfBothIsTheSameShare(
            @ForAll @IntRange(max = 15) int part, @ForAll @IntRange(min = 1, max = 15) int whole) {
        assertThat(value(OF_OTHER, 2 * part, 2 * whole)).isEqualByComparingTo(value(OF_OTHER, part, whole));
    }

    private static BigDecimal value(ScoringModel model, int part, int whole) {
        var value = made(model, part, whole).value();
        assertThat(value).isNotNull();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static ScaleScore made(ScoringModel model, @Nullable Integer part, @Nullable Integer whole) {
        return Scorer.score(model, answers(part, whole)).scale("made");
    }

    private static ScoringModel shares(Formula.Share share) {
        return model(List.of(counted("x1"), counted("x2")), scale(share));
    }

    private static Scale scale(Formula.Share share) {
        return new Scale("made", share, STRICT, 0, List.of());
    }

    private static ScoredItem counted(String name) {
        return new ScoredItem(name, new Values.Between(new Range(n(0), n(30))), false);
    }
}

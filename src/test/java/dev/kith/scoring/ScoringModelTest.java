package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.band;
import static dev.kith.scoring.Models.item;
import static dev.kith.scoring.Models.meanOf;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.sum;
import static dev.kith.scoring.Models.sumOf;
import static dev.kith.scoring.Models.zeroTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong model cannot be made. */
class ScoringModelTest {

    @Test
    void aScaleCannotUseAnItemThatIsNotThere() {
        assertThatThrownBy(() -> model(sumOf(List.of("x9")), STRICT)).hasMessageContaining("not there");
    }

    @Test
    void aScaleCannotBuildOnALaterOne() {
        assertThatThrownBy(() -> model(new Formula.Linear("later", n(1), n(0)), STRICT))
                .hasMessageContaining("not there");
        assertThatThrownBy(() -> model(sumOf(List.of("x1")), new MissingRule.Subscales(1, List.of("later"))))
                .hasMessageContaining("not there");
    }

    @Test
    void aStraightLiningCheckNeedsAReversedItem() {
        assertThatThrownBy(() -> new ScoringModel(
                        List.of(item("x1"), item("x2")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new StraightLining("straight-lining", names(2)))))
                .hasMessageContaining("other way");
    }

    @Test
    void anItemCannotCountTwice() {
        assertThatThrownBy(() -> sumOf(List.of("x1", "x1"))).hasMessageContaining("once");
        assertThatThrownBy(() ->
                        new ScoringModel(List.of(item("x1"), item("x1")), List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("twice");
    }

    @Test
    void itemsOfUnlikeRangesCannotStandForEachOther() {
        var items = List.of(item("x1"), new ScoredItem("x2", zeroTo(4), false));
        var lenient = new Scale("total", sumOf(names(2)), new MissingRule.AtMost(1), 0, List.of());

        assertThatThrownBy(() -> new ScoringModel(items, List.of(lenient), List.of(), List.of(), List.of()))
                .hasMessageContaining("stand for");
    }

    @Test
    void theRangeOfADerivedScaleIsThatOfItsSourceMoved() {
        var model = new ScoringModel(
                List.of(item("x1"), item("x2")),
                List.of(
                        new Scale("total", sumOf(names(2)), STRICT, 0, List.of()),
                        new Scale("turned", new Formula.Linear("total", n(-2), n(12)), STRICT, 0, List.of()),
                        new Scale("mean", meanOf(names(2)), STRICT, 1, List.of())),
                List.of(),
                List.of(),
                List.of());

        assertThat(model.range("total")).isEqualTo(new Range(n(0), n(6)));
        assertThat(model.range("turned")).isEqualTo(new Range(n(0), n(12)));
        assertThat(model.range("mean")).isEqualTo(new Range(n("0.0"), n("3.0")));
    }

    @Test
    void bandsThatFitHaveNoFault() {
        assertThat(BandCoverage.faults(sum(3, STRICT, band(0, 4, "low"), band(5, 9, "high")), "total"))
                .isEmpty();
        assertThat(BandCoverage.faults(sum(3, STRICT), "total")).isEmpty();
    }

    @Test
    void gapsOverlapsAndLooseEndsAreFound() {
        assertThat(BandCoverage.faults(sum(3, STRICT, band(0, 4, "low"), band(6, 9, "high")), "total"))
                .singleElement()
                .asString()
                .contains("gap");
        assertThat(BandCoverage.faults(sum(3, STRICT, band(0, 5, "low"), band(5, 9, "high")), "total"))
                .singleElement()
                .asString()
                .contains("overlap");
        assertThat(BandCoverage.faults(sum(3, STRICT, band(1, 4, "low"), band(5, 9, "high")), "total"))
                .singleElement()
                .asString()
                .contains("gap");
        assertThat(BandCoverage.faults(sum(3, STRICT, band(0, 4, "low"), band(5, 8, "high")), "total"))
                .singleElement()
                .asString()
                .contains("end");
    }

    private static ScoringModel model(Formula formula, MissingRule missing) {
        return new ScoringModel(
                List.of(item("x1")),
                List.of(new Scale("total", formula, missing, 0, List.of())),
                List.of(),
                List.of(),
                List.of());
    }
}

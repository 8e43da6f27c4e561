package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Milestones.Felt;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {
    /** PHQ-9: minimal clinically important difference 5 (Loewe 2004), response half, remission below 5 (Kroenke 2001). */
    private static final ChangeModel PHQ = new ChangeModel(
            Direction.HIGHER_IS_WORSE,
            null,
            null,
            null,
            new PublishedImportance(n("5"), "Loewe 2004"),
            new PublishedResponse(n("50"), "Kroenke 2001"),
            new PublishedRemission(n("5"), "Kroenke 2001"));

    @ParameterizedTest
    @CsvSource({
        "16,11,BETTER,false,false,-31.25",
        "16,12,TOO_LITTLE,false,false,-25.00",
        "16,8,BETTER,true,false,-50.00",
        "17,9,BETTER,false,false,-47.06",
        "9,4,BETTER,true,true,-55.56",
        "10,5,BETTER,true,false,-50.00",
        "5,10,WORSE,false,false,100.00",
        "8,8,TOO_LITTLE,false,false,0.00",
    })
    void eachIsAFactOfItsOwn(
            BigDecimal baseline,
            BigDecimal latest,
            Felt felt,
            boolean response,
            boolean remission,
            BigDecimal percent) {
        var milestones = Milestones.between(PHQ, baseline, latest);

        assertThat(milestones.importance().felt()).isEqualTo(felt);
        assertThat(milestones.response().reached()).isEqualTo(response);
        assertThat(milestones.remission().now()).isEqualTo(remission);
        assertThat(milestones.percent()).isEqualTo(percent);
    }

    @Test
    void aPercentageOfNothingIsNotMade() {
        var milestones = Milestones.between(PHQ, n("0"), n("3"));

        assertThat(milestones.percent()).isNull();
        assertThat(milestones.percentReason()).isEqualTo(Reason.BASELINE_NOT_ABOVE_ZERO);
        assertThat(milestones.response().reached()).isNull();
        assertThat(milestones.response().reason()).isEqualTo(Reason.BASELINE_NOT_ABOVE_ZERO);
        assertThat(milestones.remission().before()).isTrue();
        assertThat(milestones.remission().now()).isTrue();
    }

    @Test
    void norOneOfLessThanNothing() {
        var milestones = Milestones.between(PHQ, n("-4"), n("-6"));

        assertThat(milestones.percent()).isNull();
        assertThat(milestones.percentReason()).isEqualTo(Reason.BASELINE_NOT_ABOVE_ZERO);
        assertThat(milestones.response().reached()).isNull();
    }

    @Test
    void whereHigherIsBetterEachTurnsRound() {
        var well = new ChangeModel(
                Direction.HIGHER_IS_BETTER,
                null,
                null,
                null,
                new PublishedImportance(n("10"), "x"),
                new PublishedResponse(n("50"), "x"),
                new PublishedRemission(n("50"), "x"));

        assertThat(Milestones.between(well, n("40"), n("60")))
                .returns(Felt.BETTER, one -> one.importance().felt())
                .returns(true, one -> one.response().reached())
                .returns(true, one -> one.remission().now())
                .returns(false, one -> one.remission().before());
        assertThat(Milestones.between(well, n("60"), n("50")))
                .returns(Felt.WORSE, one -> one.importance().felt())
                .returns(false, one -> one.remission().now());
    }

    @Test
    void whereNothingWasPublishedNothingIsSaid() {
        var milestones = Milestones.between(ChangeModel.unknown(Direction.HIGHER_IS_WORSE), n("20"), n("5"));

        assertThat(milestones.importance().reason()).isEqualTo(Reason.NO_PUBLISHED_FIGURE);
        assertThat(milestones.response().reason()).isEqualTo(Reason.NO_PUBLISHED_FIGURE);
        assertThat(milestones.remission().reason()).isEqualTo(Reason.NO_PUBLISHED_FIGURE);
        assertThat(milestones.percent())
                .as("a plain percentage needs no source")
                .isEqualByComparingTo("-75");
    }

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }
}

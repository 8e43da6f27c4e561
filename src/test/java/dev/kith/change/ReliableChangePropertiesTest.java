package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.ReliableClass;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every change. */
class ReliableChangePropertiesTest {

    @Property
    void thereAndBackAreOpposite(
            @ForAll @IntRange(max = 80) int one,
            @ForAll @IntRange(max = 80) int other,
            @ForAll @BigRange(min = "0", max = "0.99") BigDecimal reliability) {
        var model = new ChangeModel(
                Direction.HIGHER_IS_WORSE, null, new Reliability(BigDecimal.valueOf(7), reliability, "x"), null);
        var there = ReliableChange.between(model, BigDecimal.valueOf(one), BigDecimal.valueOf(other));
        var back = ReliableChange.between(model, BigDecimal.valueOf(other), BigDecimal.valueOf(one));

        assertThat(requireNonNull(there.rci()).negate()).isEqualByComparingTo(back.rci());
        assertThat(there.reliable() == ReliableClass.RELIABLE_IMPROVEMENT)
                .isEqualTo(back.reliable() == ReliableClass.RELIABLE_DETERIORATION);
    }

    @Property
    void nobodyRecoversFromWhatTheyDidNotHave(
            @ForAll("judging") Direction direction,
            @ForAll @IntRange(max = 80) int baseline,
            @ForAll @IntRange(max = 80) int latest,
            @ForAll @IntRange(max = 80) int cutOff) {
        var model = new ChangeModel(
                direction,
                new PublishedThreshold(BigDecimal.valueOf(6), "x"),
                null,
                new Caseness(BigDecimal.valueOf(cutOff), "x"));
        var change = ReliableChange.between(model, BigDecimal.valueOf(baseline), BigDecimal.valueOf(latest));
        var clinicalBefore = direction == Direction.HIGHER_IS_WORSE ? baseline >= cutOff : baseline <= cutOff;

        if (change.clinical() == ClinicalClass.RECOVERED) {
            assertThat(clinicalBefore).isTrue();
            assertThat(change.reliable()).isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
        }
    }

    @Property
    void mirroredValuesOnAMirroredScaleAreJudgedAlike(
            @ForAll @IntRange(max = 27) int baseline,
            @ForAll @IntRange(max = 27) int latest,
            @ForAll @IntRange(max = 27) int cutOff,
            @ForAll @IntRange(min = 1, max = 12) int points) {
        var threshold = new PublishedThreshold(BigDecimal.valueOf(points), "x");
        var worse = new ChangeModel(
                Direction.HIGHER_IS_WORSE, threshold, null, new Caseness(BigDecimal.valueOf(cutOff), "x"));
        var better = new ChangeModel(
                Direction.HIGHER_IS_BETTER, threshold, null, new Caseness(BigDecimal.valueOf(-cutOff), "x"));
        var one = ReliableChange.between(worse, BigDecimal.valueOf(baseline), BigDecimal.valueOf(latest));
        var other = ReliableChange.between(better, BigDecimal.valueOf(-baseline), BigDecimal.valueOf(-latest));

        assertThat(other.reliable()).isEqualTo(one.reliable());
        assertThat(other.clinical()).isEqualTo(one.clinical());
        assertThat(other.crossedUnreliably()).isEqualTo(one.crossedUnreliably());
    }

    @Property
    void improvementMirroredIsDeterioration(
            @ForAll("judging") Direction direction,
            @ForAll @IntRange(max = 27) int one,
            @ForAll @IntRange(max = 27) int other,
            @ForAll @IntRange(min = 1, max = 12) int points) {
        var model = new ChangeModel(direction, new PublishedThreshold(BigDecimal.valueOf(points), "x"), null, null);
        var there = ReliableChange.between(model, BigDecimal.valueOf(one), BigDecimal.valueOf(other));
        var back = ReliableChange.between(model, BigDecimal.valueOf(other), BigDecimal.valueOf(one));

        assertThat(back.reliable())
                .isEqualTo(
                        switch (requireNonNull(there.reliable())) {
                            case RELIABLE_IMPROVEMENT -> ReliableClass.RELIABLE_DETERIORATION;
                            case RELIABLE_DETERIORATION -> ReliableClass.RELIABLE_IMPROVEMENT;
                            case NO_RELIABLE_CHANGE -> ReliableClass.NO_RELIABLE_CHANGE;
                        });
    }

    /** Roots are rounded, squares are not; apart from the last digits both say the same. */
    @Property
    void theBoundaryOfAComputedThresholdIsWhereItIsShown(
            @ForAll @IntRange(min = 1, max = 200) int tenthsOfSd,
            @ForAll @BigRange(min = "0.01", max = "0.99") BigDecimal reliability) {
        var figures = new Reliability(BigDecimal.valueOf(tenthsOfSd, 1), reliability, "x");
        var model = new ChangeModel(Direction.HIGHER_IS_WORSE, null, figures, null);
        var threshold = requireNonNull(ReliableChange.threshold(model));
        var hair = new BigDecimal("0.0000000001");

        assertThat(ReliableChange.between(model, threshold.add(hair), BigDecimal.ZERO)
                        .reliable())
                .isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
        assertThat(ReliableChange.between(model, threshold.subtract(hair), BigDecimal.ZERO)
                        .reliable())
                .isEqualTo(ReliableClass.NO_RELIABLE_CHANGE);
    }

    /** Where neither end is the better one nothing was published that could judge. */
    @Provide
    Arbitrary<Direction> judging() {
        return Arbitraries.of(Direction.HIGHER_IS_BETTER, Direction.HIGHER_IS_WORSE);
    }
}

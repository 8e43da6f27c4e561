package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.ReliableClass;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
            @ForAll Direction direction,
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
}

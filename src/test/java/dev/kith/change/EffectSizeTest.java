package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.GroupChange.ClientEnds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectSizeTest {

    /** By hand: baselines 10, 12, 14, 16, 18 have the SD sqrt(10) = 3.1623; 5 points are 1.5811 of it. */
    @Test
    void theMeanGainIsMeasuredByTheSpreadOfTheBaselines() {
        var clients = List.of(pair(10, 5), pair(12, 7), pair(14, 9), pair(16, 11), pair(18, 13));
        assertThat(EffectSize.of(Direction.HIGHER_IS_WORSE, clients))
                .returns(new BigDecimal("1.58"), EffectSize::value)
                .returns(new BigDecimal("3.16"), EffectSize::sd);
        assertThat(EffectSize.of(Direction.HIGHER_IS_BETTER, clients).value()).isEqualByComparingTo("-1.58");
    }

    @Test
    void whereAllBeginAlikeThereIsNothingToMeasureBy() {
        assertThat(EffectSize.of(Direction.HIGHER_IS_WORSE, List.of(pair(9, 3), pair(9, 5), pair(9, 4))))
                .returns(null, EffectSize::value)
                .returns(Reason.BASELINES_ALIKE, EffectSize::reason);
    }

    @Test
    void oneClientHasNoSpread() {
        assertThat(EffectSize.of(Direction.HIGHER_IS_WORSE, List.of(pair(9, 3), pair(12, null))))
                .returns(null, EffectSize::value)
                .returns(null, EffectSize::sd)
                .returns(Reason.TOO_FEW_CLIENTS, EffectSize::reason);
    }

    @Property
    void anUntouchedClientChangesNothing(
            @ForAll("clients") List<ClientEnds> clients, @ForAll @IntRange(max = 27) int score) {
        var more = new ArrayList<>(clients);
        more.add(pair(score, null));
        assertThat(EffectSize.of(Direction.HIGHER_IS_WORSE, more))
                .isEqualTo(EffectSize.of(Direction.HIGHER_IS_WORSE, clients));
    }

    @Property
    void theOtherWayRoundIsTheOppositeSign(@ForAll("clients") List<ClientEnds> clients) {
        var mirrored = clients.stream()
                .map(one -> new ClientEnds(mirror(one.baseline()), mirror(one.latest())))
                .toList();
        var one = EffectSize.of(Direction.HIGHER_IS_WORSE, clients);
        var other = EffectSize.of(Direction.HIGHER_IS_WORSE, mirrored);
        assertThat(other.sd()).isEqualTo(one.sd());
        if (one.value() == null) {
            assertThat(other.reason()).isEqualTo(one.reason());
        } else {
            assertThat(other.value()).isEqualByComparingTo(one.value().negate());
        }
    }

    @Provide
    Arbitrary<List<ClientEnds>> clients() {
        var score = Arbitraries.integers().between(0, 27);
        return Combinators.combine(score, score).as(EffectSizeTest::pair).list().ofMaxSize(12);
    }

    private static @Nullable BigDecimal mirror(@Nullable BigDecimal score) {
        return score == null ? null : BigDecimal.valueOf(27).subtract(score);
    }

    private static ClientEnds pair(int first, @Nullable Integer last) {
        return new ClientEnds(BigDecimal.valueOf(first), last == null ? null : BigDecimal.valueOf(last));
    }
}

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

class GroupChangeTest {

    @Test
    void onlyWhoWasMeasuredTwiceIsCompared() {
        var change = GroupChange.of(Direction.HIGHER_IS_WORSE, List.of(pair(20, 18), pair(16, 14), pair(24, null)));

        assertThat(change.gain()).as("all firsts less all lasts would say 4").isEqualByComparingTo("2");
        assertThat(change.baseline()).isEqualByComparingTo("18");
        assertThat(change.latest()).isEqualByComparingTo("16");
        assertThat(change.clients()).isEqualTo(2);
        assertThat(change.once()).isEqualTo(1);
    }

    @Test
    void ofNobodyNothingIsSaid() {
        assertThat(GroupChange.of(Direction.HIGHER_IS_WORSE, List.of(pair(20, null))))
                .returns(null, GroupChange::gain)
                .returns(Reason.NOBODY_MEASURED_TWICE, GroupChange::reason);
    }

    @Property
    void anUntouchedClientChangesNoFigure(
            @ForAll("clients") List<ClientEnds> clients, @ForAll @IntRange(max = 27) int score) {
        var before = GroupChange.of(Direction.HIGHER_IS_WORSE, clients);
        for (var untouched : List.of(pair(null, null), pair(score, null))) {
            var more = new ArrayList<>(clients);
            more.add(untouched);
            var after = GroupChange.of(Direction.HIGHER_IS_WORSE, more);

            assertThat(after.gain()).isEqualTo(before.gain());
            assertThat(after.baseline()).isEqualTo(before.baseline());
            assertThat(after.latest()).isEqualTo(before.latest());
            assertThat(after.clients()).isEqualTo(before.clients());
        }
    }

    @Provide
    Arbitrary<List<ClientEnds>> clients() {
        var score = Arbitraries.integers().between(0, 27).injectNull(0.2);
        return Combinators.combine(score, score)
                .as(GroupChangeTest::pair)
                .list()
                .ofMaxSize(9);
    }

    private static ClientEnds pair(@Nullable Integer baseline, @Nullable Integer latest) {
        return new ClientEnds(
                baseline == null ? null : BigDecimal.valueOf(baseline),
                latest == null ? null : BigDecimal.valueOf(latest));
    }
}

package dev.kith.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.ChangeModel;
import dev.kith.change.Direction;
import dev.kith.change.Reliability;
import dev.kith.outcome.Figures.ScaleNamed;
import dev.kith.outcome.Pairs.Pair;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final ScaleNamed SCALE = new ScaleNamed("total", "Total", List.of(1), null);
    private static final ChangeModel UNKNOWN = ChangeModel.unknown(Direction.HIGHER_IS_WORSE);
    private static final ChangeModel RELIABLE = new ChangeModel(
            Direction.HIGHER_IS_WORSE,
            null,
            new Reliability(new BigDecimal("7.5"), new BigDecimal("0.80"), "Jacobson and Truax 1991"),
            null);

    @Test
    void ofFourPeopleNothingIsTold() {
        var told = new Figures(SCALE, RELIABLE, times(4, pair(30, 10))).ofAll();
        assertThat(told.clients()).isNull();
        assertThat(told.baselineMean()).isNull();
        assertThat(told.meanChange()).isNull();
        assertThat(told.effectSize().value()).isNull();
        assertThat(told.effectSize().baselineSd()).isNull();
        assertThat(told.reason()).isEqualTo("fewer-than-five");
        assertThat(told.classes()).allMatch(one -> one.clients() == null && one.share() == null);
    }

    @Test
    void whatNobodyPublishedIsNotTold() {
        var told = new Figures(SCALE, UNKNOWN, times(6, pair(30, 10))).ofAll();
        assertThat(told.clients()).isEqualTo(6);
        assertThat(told.basis()).isNull();
        assertThat(told.classes()).hasSize(6).allMatch(one -> "no-published-reliability".equals(one.reason()));
    }

    @Test
    void withoutACutOffNobodyRecovers() {
        var told = new Figures(SCALE, RELIABLE, many(6, 7, 8)).ofAll();
        assertThat(told.classes())
                .extracting(one -> one.name() + " " + one.clients() + " " + one.reason())
                .containsExactly(
                        "improved 6 null",
                        "unchanged 7 null",
                        "deteriorated 8 null",
                        "recovered null no-published-cut-off",
                        "harmed null no-published-cut-off",
                        "not-applicable-baseline-subclinical null no-published-cut-off");
        assertThat(told.classes().get(0).share()).isEqualByComparingTo("0.2857");
    }

    @Test
    void aBaselineThatAllShareHasNoEffectSize() {
        var told = new Figures(SCALE, UNKNOWN, times(5, pair(30, 10))).ofAll();
        assertThat(told.effectSize().value()).isNull();
        assertThat(told.effectSize().reason()).isEqualTo("baselines-alike");
    }

    @Property
    void mirroredImprovementIsDeterioration(@ForAll("pairs") List<Pair> pairs) {
        var there = new Figures(SCALE, RELIABLE, pairs).ofAll();
        var back = new Figures(
                        SCALE,
                        RELIABLE,
                        pairs.stream()
                                .map(one -> new Pair(one.client(), one.last(), one.first()))
                                .toList())
                .ofAll();
        assertThat(counts(back))
                .containsExactly(
                        counts(there).get(2),
                        counts(there).get(1),
                        counts(there).get(0));
        assertThat(back.baselineMean()).isEqualTo(there.latestMean());
        if (there.meanChange() != null && back.meanChange() != null) {
            assertThat(back.meanChange())
                    .isEqualByComparingTo(there.meanChange().negate());
        }
    }

    @Property
    void theClassesThatAreToldNeverLeaveAFewOver(@ForAll("pairs") List<Pair> pairs) {
        var told = new Figures(SCALE, RELIABLE, pairs).ofAll();
        var clients = told.clients();
        if (clients == null) {
            return;
        }
        var left = clients
                - told.classes().stream()
                        .mapToInt(one -> one.clients() == null ? 0 : one.clients())
                        .sum();
        assertThat(left == 0 || left >= Veil.FEWEST).isTrue();
    }

    private static List<String> counts(OutcomesView.ScaleOutcomes of) {
        return of.classes().subList(0, 3).stream()
                .map(one -> String.valueOf(one.clients()))
                .toList();
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        var score = Arbitraries.integers().between(0, 60);
        return Combinators.combine(score, score).as(FiguresTest::pair).list().ofMaxSize(60);
    }

    private static List<Pair> many(int better, int same, int worse) {
        return List.of(times(better, pair(30, 10)), times(same, pair(20, 20)), times(worse, pair(10, 30))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Pair> times(int count, Pair pair) {
        return IntStream.range(0, count).mapToObj(i -> pair).toList();
    }

    private static Pair pair(int first, int last) {
        return new Pair(new UUID(0, 1), BigDecimal.valueOf(first), BigDecimal.valueOf(last));
    }
}

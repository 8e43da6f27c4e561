package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.ExpectedResponse.ClosedEpisode;
import dev.kith.change.ExpectedResponse.LocalBand;
import dev.kith.change.ExpectedResponse.SessionScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every local model. */
class ExpectedResponsePropertiesTest {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    @Property(tries = 100)
    void whatWasKeptTellsTheSameBandAsWhatWasFitted(
            @ForAll("practice") List<ClosedEpisode> closed,
            @ForAll @IntRange(max = 30) int initial,
            @ForAll @IntRange(min = 1, max = 12) int session) {
        var made = ExpectedResponse.of(closed);
        var kept = made.fitted()
                .map(fitted -> ExpectedResponse.kept(made.episodes(), fitted))
                .orElseGet(() -> ExpectedResponse.none(made.episodes(), Reason.EPISODES_ALIKE));

        assertThat(kept.isLike(made)).isTrue();
        assertThat(kept.at(BigDecimal.valueOf(initial), session))
                .isEqualTo(made.at(BigDecimal.valueOf(initial), session));
    }

    @Property(tries = 100)
    void theOrderOfEpisodesSaysNothing(@ForAll("practice") List<ClosedEpisode> closed, @ForAll Random chance) {
        var mixed = new ArrayList<>(closed);
        Collections.shuffle(mixed, chance);

        assertThat(ExpectedResponse.of(mixed).isLike(ExpectedResponse.of(closed)))
                .isTrue();
    }

    @Property(tries = 100)
    void whatIsAddedUpInPartsIsAddedUp(
            @ForAll("practice") List<ClosedEpisode> closed, @ForAll @IntRange(max = 200) int first) {
        var parts = EpisodeSums.of(closed.subList(0, first)).plus(EpisodeSums.of(closed.subList(first, closed.size())));

        assertThat(parts.episodes()).isEqualTo(closed.size());
        assertThat(ExpectedResponse.of(parts).isLike(ExpectedResponse.of(closed)))
                .isTrue();
    }

    @Property(tries = 100)
    void oneMoreEpisodeIsAnotherModel(@ForAll("practice") List<ClosedEpisode> closed) {
        var more = new ArrayList<>(closed);
        more.add(new ClosedEpisode(BigDecimal.TEN, List.of(new SessionScore(1, BigDecimal.ONE))));

        assertThat(ExpectedResponse.of(more).isLike(ExpectedResponse.of(closed)))
                .isFalse();
    }

    @Property(tries = 100)
    void theEdgesLieEquallyFarFromTheExpectedAndFurtherWhereLessIsKnown(
            @ForAll("practice") List<ClosedEpisode> closed,
            @ForAll @IntRange(max = 30) int initial,
            @ForAll @IntRange(min = 1, max = 12) int session) {
        var made = modelOf(closed);
        var band = made.at(BigDecimal.valueOf(initial), session).orElseThrow();
        var far = made.at(BigDecimal.valueOf(1_000), session).orElseThrow();

        assertThat(band.high().subtract(band.expected()))
                .isCloseTo(band.expected().subtract(band.low()), within(ROUNDING));
        assertThat(reach(far)).isGreaterThanOrEqualTo(reach(band));
        if (made.fitted().orElseThrow().deviation() > 0.01) {
            assertThat(band.low()).isLessThan(band.expected());
            assertThat(reach(far)).isGreaterThan(reach(band));
        }
    }

    /** Residuals of least squares with a constant add up to nothing; and past a reach of 1.645 deviations lie 37 in 100 at most (Chebyshev). */
    @Property(tries = 50)
    void theBandLiesWhereThePracticesOwnScoresLie(@ForAll("practice") List<ClosedEpisode> closed) {
        var made = modelOf(closed);
        var all = 0;
        var inside = 0;
        var off = 0.0;
        for (var one : closed) {
            for (var score : one.scores()) {
                var band = made.at(one.initial(), score.session()).orElseThrow();
                all++;
                off += score.value().subtract(band.expected()).doubleValue();
                inside += score.value().compareTo(band.low().subtract(ROUNDING)) >= 0
                                && score.value().compareTo(band.high().add(ROUNDING)) <= 0
                        ? 1
                        : 0;
            }
        }

        assertThat(off / all).isCloseTo(0, offset(ROUNDING.doubleValue()));
        assertThat((double) inside / all).isGreaterThanOrEqualTo(0.63);
    }

    @Property(tries = 100)
    void onAScaleThatBeginsElsewhereTheBandLiesElsewhere(
            @ForAll("practice") List<ClosedEpisode> closed, @ForAll @IntRange(min = -40, max = 40) int more) {
        var by = BigDecimal.valueOf(more);
        var here = modelOf(closed).at(BigDecimal.TEN, 3).orElseThrow();
        var there = ExpectedResponse.of(closed.stream()
                        .map(one -> new ClosedEpisode(
                                one.initial().add(by),
                                one.scores().stream()
                                        .map(score -> new SessionScore(
                                                score.session(), score.value().add(by)))
                                        .toList()))
                        .toList())
                .at(BigDecimal.TEN.add(by), 3)
                .orElseThrow();

        near(there, here, by);
    }

    /** There is one wherever first scores and sessions differ, whatever the later scores are. */
    private static ExpectedResponse modelOf(List<ClosedEpisode> closed) {
        var firsts = closed.stream().map(ClosedEpisode::initial).distinct().count();
        var sessions = closed.stream().mapToInt(one -> one.scores().size()).max();
        Assume.that(firsts > 1 && sessions.orElse(0) > 1);
        var made = ExpectedResponse.of(closed);
        assertThat(made.reason()).isNull();
        assertThat(made.episodes()).isEqualTo(closed.size());
        return made;
    }

    private static BigDecimal reach(LocalBand band) {
        return band.high().subtract(band.low());
    }

    private static void near(LocalBand there, LocalBand here, BigDecimal more) {
        assertThat(there.expected().subtract(more).subtract(here.expected()).abs())
                .isLessThanOrEqualTo(ROUNDING);
        assertThat(there.low().subtract(more).subtract(here.low()).abs()).isLessThanOrEqualTo(ROUNDING);
        assertThat(there.high().subtract(more).subtract(here.high()).abs()).isLessThanOrEqualTo(ROUNDING);
    }

    @Provide
    Arbitrary<List<ClosedEpisode>> practice() {
        var scores = Arbitraries.integers().between(0, 27).list().ofMinSize(1).ofMaxSize(8);
        return Combinators.combine(Arbitraries.integers().between(0, 27), scores)
                .as((initial, later) -> new ClosedEpisode(
                        BigDecimal.valueOf(initial),
                        IntStream.range(0, later.size())
                                .mapToObj(i -> new SessionScore(i + 1, BigDecimal.valueOf(later.get(i))))
                                .toList()))
                .list()
                .ofMinSize(200)
                .ofMaxSize(220);
    }
}

package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

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
    void theExpectedLiesBetweenTheEdges(
            @ForAll("practice") List<ClosedEpisode> closed,
            @ForAll @IntRange(max = 30) int initial,
            @ForAll @IntRange(min = 1, max = 12) int session) {
        ExpectedResponse.of(closed)
                .at(BigDecimal.valueOf(initial), session)
                .ifPresent(band -> assertThat(band.expected()).isBetween(band.low(), band.high()));
    }

    @Property(tries = 100)
    void onAScaleThatBeginsElsewhereTheBandLiesElsewhere(
            @ForAll("practice") List<ClosedEpisode> closed, @ForAll @IntRange(min = -40, max = 40) int more) {
        var by = BigDecimal.valueOf(more);
        var here = ExpectedResponse.of(closed).at(BigDecimal.TEN, 3);
        var there = ExpectedResponse.of(closed.stream()
                        .map(one -> new ClosedEpisode(
                                one.initial().add(by),
                                one.scores().stream()
                                        .map(score -> new SessionScore(
                                                score.session(), score.value().add(by)))
                                        .toList()))
                        .toList())
                .at(BigDecimal.TEN.add(by), 3);

        assertThat(there.isPresent()).isEqualTo(here.isPresent());
        if (here.isPresent()) {
            near(there.orElseThrow(), here.orElseThrow(), by);
        }
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

package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.ExpectedResponse.ClosedEpisode;
import dev.kith.change.ExpectedResponse.SessionScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set beside numpy 2 (lstsq) and scipy 1.17 (t) on the same made-up episodes. */
class ExpectedResponseTest {

    @ParameterizedTest
    @CsvSource({"15,3,12.23,9.89,14.57", "24,12,17.03,14.67,19.39", "0,1,1.66,-0.69,4.01"})
    void theBandIsThatOfALeastSquaresFit(
            BigDecimal initial, int session, BigDecimal expected, BigDecimal low, BigDecimal high) {
        var band = ExpectedResponse.of(episodes(200)).at(initial, session).orElseThrow();

        assertThat(band.expected()).isEqualTo(expected);
        assertThat(band.low()).isEqualTo(low);
        assertThat(band.high()).isEqualTo(high);
        assertThat(band.label()).isEqualTo("local");
        assertThat(band.episodes()).isEqualTo(200);
        assertThat(band.level()).isEqualByComparingTo("0.9");
    }

    @Test
    void whereTheModelSaysNothingTheRuleSaysWhy() {
        var model = ExpectedResponse.of(episodes(200));

        assertThat(judged(model, 15, 14, 13, 15).signal()).isNotNull();
        assertThat(judged(model, 15, 14, 13, 14)).isEqualTo(Ruling.quiet(ScoreSignals.OUTSIDE_LOCAL_BAND));
        assertThat(judged(model, 15).reason()).isEqualTo(Reason.ONE_MEASUREMENT);
        assertThat(judged(model).reason()).isEqualTo(Reason.NO_MEASUREMENT);
        assertThat(judged(model, 2, 7).reason()).as("nobody began so low").isEqualTo(Reason.BEYOND_EPISODES);
        assertThat(judged(model, 15, 1, 1, 1, 1, 1, 1, 1).reason())
                .as("nobody came so often")
                .isEqualTo(Reason.BEYOND_EPISODES);
        assertThat(judged(ExpectedResponse.of(episodes(199)), 15, 27).reason()).isEqualTo(Reason.TOO_FEW_EPISODES);
    }

    private static Ruling judged(ExpectedResponse model, int... values) {
        var start = java.time.Instant.parse("2026-03-02T09:00:00Z");
        return ScoreSignals.outsideLocalBand(
                Direction.HIGHER_IS_WORSE,
                model,
                java.util.stream.IntStream.range(0, values.length)
                        .mapToObj(i -> new Measured(
                                start.plus(java.time.Duration.ofDays(7L * i)), BigDecimal.valueOf(values[i])))
                        .toList());
    }

    @Test
    void fewerThanTwoHundredEpisodesMakeNoModel() {
        var few = ExpectedResponse.of(episodes(199));

        assertThat(few.at(BigDecimal.TEN, 3)).isEmpty();
        assertThat(few.reason()).isEqualTo(Reason.TOO_FEW_EPISODES);
        assertThat(few.episodes()).isEqualTo(199);
    }

    @Test
    void anEpisodeWithoutALaterScoreChangesNothing() {
        var more = new ArrayList<>(episodes(199));
        more.add(new ClosedEpisode(BigDecimal.TEN, List.of()));

        assertThat(ExpectedResponse.of(more).reason()).isEqualTo(Reason.TOO_FEW_EPISODES);
        var enough = new ArrayList<>(episodes(200));
        var before = ExpectedResponse.of(enough).at(BigDecimal.TEN, 3);
        enough.add(new ClosedEpisode(BigDecimal.ZERO, List.of()));
        assertThat(ExpectedResponse.of(enough).at(BigDecimal.TEN, 3)).isEqualTo(before);
    }

    @Test
    void episodesThatAreAllAlikeMakeNoModel() {
        var alike = IntStream.range(0, 300)
                .mapToObj(i -> new ClosedEpisode(
                        BigDecimal.TEN, List.of(new SessionScore(1 + i % 5, BigDecimal.valueOf(i % 7)))))
                .toList();

        assertThat(ExpectedResponse.of(alike).reason()).isEqualTo(Reason.EPISODES_ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"100,1.6602343", "197,1.6526252", "1000,1.6463788"})
    void theQuantileIsThatOfStudent(int freedom, double t) {
        assertThat(ExpectedResponse.quantile(freedom)).isCloseTo(t, within(1e-6));
    }

    @Test
    void onTheBadSideOfTheBandTheSignalIsRaised() {
        var band =
                ExpectedResponse.of(episodes(200)).at(BigDecimal.valueOf(15), 3).orElseThrow();
        var worse = ScoreSignals.outsideLocalBand(Direction.HIGHER_IS_WORSE, band, new BigDecimal("15"));
        var signal = requireNonNull(worse.signal());

        assertThat(signal.values().toString())
                .isEqualTo(
                        "{bound=14.57, episodes=200, expected=12.23, high=14.57, initial=15, level=0.90, low=9.89, score=15, session=3}");
        assertThat(signal.sentences())
                .containsExactly(Signal.Sentence.HIGHER_THAN_EXPECTED_HERE, Signal.Sentence.ONLY_WHAT_HAPPENED_HERE);
        assertThat(ScoreSignals.outsideLocalBand(Direction.HIGHER_IS_WORSE, band, BigDecimal.ONE)
                        .signal())
                .as("better than expected")
                .isNull();
        assertThat(ScoreSignals.outsideLocalBand(Direction.HIGHER_IS_BETTER, band, BigDecimal.ONE)
                        .signal())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"5,1,true", "24,6,true", "4.9,3,false", "24.1,3,false", "15,7,false"})
    void beyondWhatWasSeenNobodyIsJudged(BigDecimal initial, int session, boolean judged) {
        var model = ExpectedResponse.of(episodes(200));

        assertThat(model.within(initial, session)).isEqualTo(judged ? model.at(initial, session) : Optional.empty());
        assertThat(model.at(initial, session)).isPresent();
    }

    @Test
    void theFirstScoreIsNoSession() {
        assertThatThrownBy(() -> new SessionScore(0, BigDecimal.ONE)).hasMessageContaining("from 1 on");
    }

    private static List<ClosedEpisode> episodes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ClosedEpisode(
                        BigDecimal.valueOf(5 + i % 20),
                        IntStream.rangeClosed(1, 1 + i % 6)
                                .mapToObj(session -> new SessionScore(session, score(i, session)))
                                .toList()))
                .toList();
    }

    private static BigDecimal score(int i, int session) {
        return BigDecimal.valueOf(3 + 0.8 * (5 + i % 20) - 2 * Math.log1p(session) + ((i * 7 + session * 3) % 5 - 2))
                .setScale(4, RoundingMode.HALF_EVEN);
    }
}

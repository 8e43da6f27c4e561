package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.ExpectedResponse.LocalBand;
import dev.kith.change.Trend.Heading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which way a scale points; and that nothing is called better or worse where it points no way. */
class DirectionTest {

    @Test
    void aGainIsLessWhereHigherIsWorseAndElseTheChange() {
        assertThat(Direction.HIGHER_IS_WORSE.gain(n(3))).isEqualByComparingTo("-3");
        assertThat(Direction.HIGHER_IS_BETTER.gain(n(3))).isEqualByComparingTo("3");
        assertThat(Direction.NEITHER.gain(n(3))).isEqualByComparingTo("3");
    }

    @Test
    void whetherUpIsBetterIsSaidOnlyWhereAnEndIsTheBetterOne() {
        assertThat(Direction.HIGHER_IS_WORSE.better(true)).isFalse();
        assertThat(Direction.HIGHER_IS_WORSE.better(false)).isTrue();
        assertThat(Direction.HIGHER_IS_BETTER.better(true)).isTrue();
        assertThat(Direction.NEITHER.better(true)).isNull();
        assertThat(Direction.NEITHER.better(false)).isNull();
    }

    @Test
    void aTrendRisesAndIsNeitherBetterNorWorse() {
        var trend = TheilSen.of(Direction.NEITHER, rising(8));
        assertThat(trend.course()).isEqualTo(Heading.RISING);
        assertThat(trend.better()).isNull();
    }

    @Test
    void noFigureAboutChangeFitsIt() {
        var threshold = new PublishedThreshold(n(6), "x");
        assertThatThrownBy(() -> new ChangeModel(Direction.NEITHER, threshold, null, null))
                .hasMessageContaining("no change can be judged");
        var change = ReliableChange.between(ChangeModel.unknown(Direction.NEITHER), n(4), n(9));
        assertThat(change.value()).isEqualByComparingTo("5");
        assertThat(change.reliable()).isNull();
        assertThat(change.reason()).isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
    }

    @Test
    void noSideOfALocalBandIsTheBadOne() {
        var band = new LocalBand(ExpectedResponse.RULE, n(5), 1, n(5), n(3), n(7), n(1), "local", 200);
        for (var latest : new int[] {0, 5, 20}) {
            assertThat(ScoreSignals.outsideLocalBand(Direction.NEITHER, band, n(latest))
                            .signal())
                    .isNull();
        }
        assertThat(ScoreSignals.outsideLocalBand(Direction.HIGHER_IS_WORSE, band, n(20))
                        .signal())
                .isNotNull();
    }

    private static List<Measured> rising(int weeks) {
        var start = Instant.parse("2026-03-02T09:00:00Z");
        return IntStream.range(0, weeks)
                .mapToObj(week -> new Measured(start.plus(Duration.ofDays(7L * week)), n(week)))
                .toList();
    }

    private static BigDecimal n(int number) {
        return BigDecimal.valueOf(number);
    }
}

package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.Baseline.First;
import dev.kith.change.Baseline.From;
import dev.kith.change.Baseline.StartOfEpisode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final List<List<Measured>> ONE = List.of(points(0, 10, 20, 30));

    @Test
    void theFirst() {
        assertThat(Baseline.of(new First(), ONE).point()).isEqualTo(point(0));
    }

    @Test
    void anEpisodeBeginsWithTheLastMeasurementBeforeIt() {
        assertThat(Baseline.of(new StartOfEpisode(on(12), FORTNIGHT), ONE).point())
                .isEqualTo(point(10));
        assertThat(Baseline.of(new StartOfEpisode(on(20), FORTNIGHT), ONE).point())
                .as("at the start")
                .isEqualTo(point(20));
    }

    @Test
    void orWithTheFirstInItWhereThatIsTooOld() {
        assertThat(Baseline.of(new StartOfEpisode(on(19), Duration.ofDays(5)), ONE)
                        .point())
                .isEqualTo(point(20));
    }

    @Test
    void aChosenDayTakesTheFirstFromThereOn() {
        assertThat(Baseline.of(new From(on(20)), ONE).point()).isEqualTo(point(20));
        assertThat(Baseline.of(new From(on(21)), ONE).point()).isEqualTo(point(30));
        assertThat(Baseline.of(new From(on(31)), ONE).reason()).isEqualTo(Reason.NO_MEASUREMENT_THERE);
    }

    @Test
    void nothingIsComparedAcrossABreak() {
        var broken = List.of(points(0, 10), points(20, 30));
        var baseline = Baseline.of(new First(), broken);

        assertThat(baseline.point()).isEqualTo(point(20));
        assertThat(baseline.afterBreak()).isTrue();
        assertThat(Baseline.of(new From(on(30)), broken))
                .returns(point(30), Baseline::point)
                .returns(false, Baseline::afterBreak);
    }

    @Test
    void withoutMeasurementsThereIsNone() {
        assertThat(Baseline.of(new First(), List.of()).reason()).isEqualTo(Reason.NO_MEASUREMENT);
    }

    @Test
    void timeBeforeTheStartIsNotNegative() {
        assertThatThrownBy(() -> new StartOfEpisode(START, Duration.ofDays(-1))).hasMessageContaining("negative");
    }

    @Test
    void aSeriesIsCutWhereTheVersionNoLongerMeansTheSame() {
        assertThat(Stretches.of(List.of("a1", "a2", "b1", "a3"), (one, next) -> one.charAt(0) == next.charAt(0)))
                .containsExactly(List.of("a1", "a2"), List.of("b1"), List.of("a3"));
        assertThat(Stretches.of(List.<String>of(), (one, next) -> true)).isEmpty();
    }

    @Property
    void theStretchesTogetherAreTheSeries(@ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> series) {
        var stretches = Stretches.of(series, Integer::equals);

        assertThat(stretches.stream().flatMap(List::stream)).containsExactlyElementsOf(series);
        assertThat(stretches)
                .noneMatch(List::isEmpty)
                .allMatch(one -> one.stream().distinct().count() == 1);
    }

    @Property
    void ofPointsAtOneTimeTheOrderSaysNothing(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 27) Integer> values,
            @ForAll @IntRange(max = 9) int cut,
            @ForAll @IntRange(max = 3) int day,
            @ForAll Random chance) {
        var points = IntStream.range(0, values.size())
                .mapToObj(i -> new Measured(on(i / 3), BigDecimal.valueOf(values.get(i))))
                .toList();
        var broken = Stream.of(
                        points.subList(0, Math.min(cut, points.size())),
                        points.subList(Math.min(cut, points.size()), points.size()))
                .filter(stretch -> !stretch.isEmpty())
                .toList();
        var mixed = broken.stream().map(stretch -> mixed(stretch, chance)).toList();

        for (var choice : List.of(new First(), new From(on(day)), new StartOfEpisode(on(day), Duration.ofDays(1)))) {
            assertThat(Baseline.of(choice, mixed)).isEqualTo(Baseline.of(choice, broken));
        }
    }

    private static List<Measured> mixed(List<Measured> points, Random chance) {
        var mixed = new ArrayList<>(points);
        Collections.shuffle(mixed, chance);
        return mixed;
    }

    private static List<Measured> points(int... days) {
        return IntStream.of(days).mapToObj(BaselineTest::point).toList();
    }

    private static Measured point(int day) {
        return new Measured(on(day), BigDecimal.valueOf(day));
    }

    private static Instant on(int day) {
        return START.plus(Duration.ofDays(day));
    }
}

package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.Trend.Heading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for every trend. */
class TheilSenPropertiesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    @Property(tries = 300)
    void tiesAndGapsAreNoTrouble(@ForAll("series") List<Measured> points, @ForAll Direction direction) {
        var trend = TheilSen.of(direction, points);

        assertThat(trend.perWeek() == null).isEqualTo(trend.reason() != null);
        if (trend.low() != null) {
            assertThat(trend.perWeek()).isBetween(trend.low(), trend.high());
        }
    }

    @Property(tries = 300)
    void theOrderInWhichPointsComeSaysNothing(@ForAll("series") List<Measured> points, @ForAll Random chance) {
        var mixed = new ArrayList<>(points);
        Collections.shuffle(mixed, chance);

        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, mixed))
                .isEqualTo(TheilSen.of(Direction.HIGHER_IS_WORSE, points));
    }

    @Property(tries = 300)
    void whatIsAddedToEveryValueMovesTheLineButNotItsSlope(
            @ForAll("series") List<Measured> points, @ForAll @IntRange(min = -50, max = 50) int more) {
        var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, points);
        var moved = TheilSen.of(
                Direction.HIGHER_IS_WORSE,
                points.stream()
                        .map(point -> new Measured(point.at(), point.value().add(BigDecimal.valueOf(more))))
                        .toList());

        assertThat(moved.perWeek()).isEqualTo(trend.perWeek());
        assertThat(moved.low()).isEqualTo(trend.low());
        if (trend.intercept() != null) {
            assertThat(moved.intercept()).isCloseTo(trend.intercept().add(BigDecimal.valueOf(more)), within(ROUNDING));
        }
    }

    @Property(tries = 300)
    void timesAsManyPointsAreTimesTheSlope(
            @ForAll("series") List<Measured> points, @ForAll @IntRange(min = 2, max = 9) int times) {
        var factor = BigDecimal.valueOf(times);
        var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, points);
        var larger = TheilSen.of(
                Direction.HIGHER_IS_WORSE,
                points.stream()
                        .map(point -> new Measured(point.at(), point.value().multiply(factor)))
                        .toList());

        scaled(larger.perWeek(), trend.perWeek(), factor);
        scaled(larger.low(), trend.low(), factor);
        scaled(larger.high(), trend.high(), factor);
        assertThat(larger.course()).isEqualTo(trend.course());
    }

    @Property(tries = 300)
    void itDoesNotMatterInWhichYearItWas(
            @ForAll("series") List<Measured> points, @ForAll @IntRange(min = -9999, max = 9999) int days) {
        var later = points.stream()
                .map(point -> new Measured(point.at().plus(Duration.ofDays(days)), point.value()))
                .toList();

        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, later).perWeek())
                .isEqualTo(TheilSen.of(Direction.HIGHER_IS_WORSE, points).perWeek());
    }

    @Property(tries = 300)
    void mirroredValuesGoTheOtherWay(@ForAll("series") List<Measured> points) {
        var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, points);
        var mirrored = TheilSen.of(
                Direction.HIGHER_IS_WORSE,
                points.stream()
                        .map(point -> new Measured(point.at(), point.value().negate()))
                        .toList());

        assertThat(mirrored.course() == Heading.RISING).isEqualTo(trend.course() == Heading.FALLING);
        assertThat(mirrored.better() == null).isEqualTo(trend.better() == null);
        if (trend.better() != null) {
            assertThat(mirrored.better()).isNotEqualTo(trend.better());
        }
    }

    private static void scaled(@Nullable BigDecimal larger, @Nullable BigDecimal one, BigDecimal factor) {
        assertThat(larger == null).isEqualTo(one == null);
        if (larger != null && one != null) {
            assertThat(larger)
                    .isCloseTo(
                            one.multiply(factor),
                            within(ROUNDING.multiply(factor).setScale(4, RoundingMode.UP)));
        }
    }

    /** Few values and few days, so that ties in both are common; gaps of up to a year. */
    @Provide
    Arbitrary<List<Measured>> series() {
        var days = Arbitraries.integers()
                .between(0, 6)
                .map(i -> List.of(0, 1, 7, 14, 15, 90, 365).get(i));
        var values = Arbitraries.integers().between(0, 27);
        return Arbitraries.integers()
                .between(0, 12)
                .flatMap(size -> days.list()
                        .ofSize(size)
                        .flatMap(on -> values.list()
                                .ofSize(size)
                                .map(of -> IntStream.range(0, size)
                                        .mapToObj(i -> new Measured(
                                                START.plus(Duration.ofDays(on.get(i))), BigDecimal.valueOf(of.get(i))))
                                        .toList())));
    }
}

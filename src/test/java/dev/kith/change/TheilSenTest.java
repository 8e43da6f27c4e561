package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.Trend.Heading;
import dev.kith.change.Trend.Intercept;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TheilSenTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Confidence NINETY_THREE = new Confidence(n("0.93"), n("1.811911"));
    /** Sen 1968, his own example; scipy 1.17 finds the same. */
    private static final List<Measured> SEN =
            weekly(List.of(1, 2, 3, 4, 10, 12, 18), List.of(9, 15, 19, 20, 45, 55, 78));

    @Test
    void theExampleOfSen() {
        var trend = TheilSen.of(Direction.HIGHER_IS_BETTER, SEN, Intercept.SEPARATE, NINETY_THREE);

        assertThat(trend.perWeek()).isEqualByComparingTo("4");
        assertThat(trend.low()).isCloseTo(n("3.71"), within(n("0.005")));
        assertThat(trend.high()).isEqualByComparingTo("4.375");
        assertThat(trend.confidence()).isEqualByComparingTo("0.93");
        assertThat(trend.course()).isEqualTo(Heading.RISING);
        assertThat(trend.better()).isTrue();
        assertThat(trend.from()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(trend.intercept())
                .as("4 at week 0, so 8 at week 1, where the series begins")
                .isEqualByComparingTo("8");
    }

    @Test
    void theOtherInterceptOfTheExampleIsSixAtWeekNought() {
        var trend = TheilSen.of(Direction.HIGHER_IS_BETTER, SEN, Intercept.JOINT, NINETY_THREE);

        assertThat(trend.intercept()).isEqualByComparingTo("10");
        assertThat(trend.interceptBy()).isEqualTo(Intercept.JOINT);
    }

    @Test
    void risingIsWorseWhereHigherIsWorse() {
        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, SEN))
                .returns(Heading.RISING, Trend::course)
                .returns(false, Trend::better);
    }

    /** Made values, eight at each of three times; scipy 1.17 finds the same. */
    @Test
    void pointsAtOneTimeMakeTheIntervalNarrower() {
        var weeks = IntStream.range(0, 24).mapToObj(i -> i / 8).toList();
        var values = List.of(4, 18, 27, 25, 24, 2, 8, 3, 11, 20, 10, 11, 16, 8, 21, 2, -5, 7, -8, 18, 4, 5, 11, 16);
        var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, weekly(weeks, values));

        assertThat(trend.perWeek()).isEqualByComparingTo("-4");
        assertThat(trend.low()).as("-10 without a word of them").isEqualByComparingTo("-9");
        assertThat(trend.high()).isEqualByComparingTo("1.5");
        assertThat(trend.times()).isEqualTo(3);
    }

    @Test
    void realTimeCountsNotTheNumberOfTheMeasurement() {
        var trend = TheilSen.of(
                Direction.HIGHER_IS_WORSE, weekly(List.of(0, 1, 2, 3, 23, 43), List.of(20, 19, 18, 17, 17, 17)));

        assertThat(trend.perWeek()).as("by number it would be -1 or so").isCloseTo(n("-0.0750"), within(n("0.06")));
    }

    @Test
    void twoTimesAreNoTrendHoweverManyPoints() {
        var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, weekly(List.of(0, 0, 1, 1), List.of(3, 4, 5, 6)));

        assertThat(trend)
                .returns(null, Trend::perWeek)
                .returns(null, Trend::course)
                .returns(4, Trend::points)
                .returns(2, Trend::times)
                .returns(Reason.FEWER_THAN_THREE_TIMES, Trend::reason);
        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, List.of()).reason()).isEqualTo(Reason.FEWER_THAN_THREE_TIMES);
    }

    @Test
    void threeAndFourPointsHaveASlopeButNothingIsClaimed() {
        for (var count : List.of(3, 4)) {
            var trend = TheilSen.of(Direction.HIGHER_IS_WORSE, falling(count));

            assertThat(trend.perWeek()).isEqualByComparingTo("-2");
            assertThat(trend.course()).isNull();
            assertThat(trend.better()).isNull();
            assertThat(trend.intervalReason()).isEqualTo(Reason.TOO_FEW_FOR_INTERVAL);
            assertThat(trend.reason()).isNull();
        }
    }

    @Test
    void fivePointsAllDownAreFalling() {
        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, falling(5)))
                .returns(Heading.FALLING, Trend::course)
                .returns(true, Trend::better);
    }

    @Test
    void oneWildValueMovesNothing() {
        var wild = new ArrayList<>(falling(9));
        wild.set(4, new Measured(wild.get(4).at(), n("90")));

        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, wild).perWeek()).isEqualByComparingTo("-2");
    }

    @Test
    void whatNeverMovedIsFlatAndWhatMayGoEitherWayIsNotCalledSo() {
        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, weekly(List.of(0, 1, 2, 3, 4, 5), List.of(7, 7, 7, 7, 7, 7)))
                        .course())
                .isEqualTo(Heading.FLAT);
        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, weekly(List.of(0, 1, 2, 3, 4, 5), List.of(7, 9, 6, 8, 7, 9))))
                .returns(Heading.UNCLEAR, Trend::course)
                .returns(null, Trend::better);
    }

    @Test
    void momentsApartAreDifferentTimes() {
        var points = List.of(
                new Measured(START, n("1")),
                new Measured(START.plusNanos(1), n("2")),
                new Measured(START.plusNanos(2), n("3")));

        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, points).perWeek()).isEqualByComparingTo("604800000000000");
    }

    @Test
    void moreThanAThousandPointsAreNotCompared() {
        var many = IntStream.rangeClosed(0, TheilSen.MOST_POINTS)
                .mapToObj(i -> new Measured(START.plusSeconds(i), n("1")))
                .toList();

        assertThat(TheilSen.of(Direction.HIGHER_IS_WORSE, many).reason()).isEqualTo(Reason.TOO_MANY_POINTS);
    }

    /** Where nothing but chance orders n different values, every order is as likely: the exact distribution of Kendall's S. */
    @Test
    void theIntervalHoldsAsOftenAsItSaysByCountingEveryOrder() {
        for (var count : List.of(5, 6, 7)) {
            var orders = orders(count);
            var missed = orders.stream()
                    .map(order -> TheilSen.of(
                            Direction.HIGHER_IS_WORSE,
                            weekly(IntStream.range(0, count).boxed().toList(), order)))
                    .filter(trend -> requireNonNull(trend.low()).signum() > 0
                            || requireNonNull(trend.high()).signum() < 0)
                    .count();

            assertThat(missed / (double) orders.size())
                    .as("%d points", count)
                    .isGreaterThan(0)
                    .isLessThanOrEqualTo(0.05);
        }
    }

    /** The same for more points than one can go through, by the numbers of orders with so many inversions. */
    @Test
    void itHoldsForUpToAHundredAndTwentyPoints() {
        var ways = List.of(BigInteger.ONE);
        var all = BigInteger.ONE;
        for (var n = 2; n <= 120; n++) {
            ways = withOneMore(ways, n);
            all = all.multiply(BigInteger.valueOf(n));
            var rank = TheilSen.rank(falling(n), n * (n - 1) / 2, Confidence.NINETY_FIVE);
            var missed = ways.subList(0, Math.max(0, rank)).stream().reduce(BigInteger.ZERO, BigInteger::add);

            assertThat(rank < 1).as("no interval for %d", n).isEqualTo(n < 5);
            assertThat(missed.multiply(BigInteger.valueOf(2 * 20)))
                    .as("%d points", n)
                    .isLessThanOrEqualTo(all);
        }
    }

    private static List<BigInteger> withOneMore(List<BigInteger> ways, int n) {
        var more = new ArrayList<BigInteger>();
        var sum = BigInteger.ZERO;
        for (var i = 0; i < ways.size() + n - 1; i++) {
            sum = sum.add(i < ways.size() ? ways.get(i) : BigInteger.ZERO);
            sum = sum.subtract(i >= n ? ways.get(i - n) : BigInteger.ZERO);
            more.add(sum);
        }
        return more;
    }

    private static List<List<Integer>> orders(int count) {
        var orders = List.of(List.<Integer>of());
        for (var next = 0; next < count; next++) {
            var longer = new ArrayList<List<Integer>>();
            for (var order : orders) {
                for (var at = 0; at <= order.size(); at++) {
                    var one = new ArrayList<>(order);
                    one.add(at, next);
                    longer.add(Collections.unmodifiableList(one));
                }
            }
            orders = longer;
        }
        return orders;
    }

    private static List<Measured> falling(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Measured(START.plus(Duration.ofDays(7L * i)), BigDecimal.valueOf(20 - 2L * i)))
                .toList();
    }

    private static List<Measured> weekly(List<Integer> weeks, List<Integer> values) {
        return IntStream.range(0, weeks.size())
                .mapToObj(i ->
                        new Measured(START.plus(Duration.ofDays(7L * weeks.get(i))), BigDecimal.valueOf(values.get(i))))
                .toList();
    }

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }
}

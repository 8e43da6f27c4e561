package dev.kith.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Days stand where they are, and their names have room. */
class TimeAxisTest {

    @Test
    void theYearIsSaidWhereItIsNew() {
        var axis = TimeAxis.over(
                List.of(Instant.parse("2025-11-20T12:00:00Z"), Instant.parse("2026-02-10T12:00:00Z")),
                0,
                200,
                Drawn.AMSTERDAM,
                Locale.UK);
        assertThat(axis.ticks().stream().map(tick -> tick.date() + " " + tick.year()))
                .containsExactly("Dec 2025", "Jan 2026", "Feb ");
    }

    @Test
    void weeksBeginOnMondayOnTheWallOfTheZone() {
        var axis = TimeAxis.over(
                List.of(Instant.parse("2026-03-20T12:00:00Z"), Instant.parse("2026-04-10T12:00:00Z")),
                0,
                400,
                Drawn.AMSTERDAM,
                Locale.GERMANY);
        assertThat(axis.ticks().stream().map(TimeAxis.Tick::date)).containsExactly("23.03.", "30.03.", "06.04.");
        // summer time began on the 29th: that week is an hour shorter
        var xs = axis.ticks().stream().mapToDouble(TimeAxis.Tick::x).toArray();
        assertThat((xs[1] - xs[0]) / (xs[2] - xs[1])).isEqualTo(167.0 / 168, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Property(tries = 300)
    void namesHaveRoomWhateverTheSpan(
            @ForAll @IntRange(max = 20_000) int days, @ForAll @IntRange(min = 220, max = 1000) int width) {
        var from = Instant.parse("1990-02-28T23:30:00Z");
        var axis = TimeAxis.over(
                List.of(from, from.plus(Duration.ofDays(days))), 10, 10 + width, Drawn.AMSTERDAM, Locale.UK);
        var xs = axis.ticks().stream().map(TimeAxis.Tick::x).toList();
        assertThat(xs).isNotEmpty().allMatch(x -> x >= 10 && x <= 10 + width);
        assertThat(IntStream.range(1, xs.size()).allMatch(i -> xs.get(i) - xs.get(i - 1) > 36))
                .as("%s", axis.ticks())
                .isTrue();
    }

    @Property(tries = 300)
    void bothEndsOfAScaleAreNamedAndNumbersHaveRoom(
            @ForAll @IntRange(min = -50, max = 50) int lowest,
            @ForAll @IntRange(min = 1, max = 300) int range,
            @ForAll @IntRange(min = 150, max = 400) int height) {
        var low = java.math.BigDecimal.valueOf(lowest);
        var high = java.math.BigDecimal.valueOf(lowest + range);
        var axis = new ValueAxis(low, high, 0, height);
        var ticks = axis.ticks();
        assertThat(ticks.get(0)).isEqualByComparingTo(low);
        assertThat(ticks.get(ticks.size() - 1)).isEqualByComparingTo(high);
        assertThat(IntStream.range(1, ticks.size())
                        .allMatch(i -> axis.y(ticks.get(i - 1)) - axis.y(ticks.get(i)) >= 18))
                .as("%s", ticks)
                .isTrue();
    }
}

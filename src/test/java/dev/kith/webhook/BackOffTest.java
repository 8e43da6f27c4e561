package dev.kith.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Waiting grows, comes to an end, and never brings all back at one moment. */
class BackOffTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant END = NOW.plus(BackOff.TRIED_FOR);

    @Property
    void theNextTryIsAheadAndNeverBehindTheLastMoment(
            @ForAll @IntRange(min = 1, max = 40) int tries, @ForAll long seed) {
        var next = BackOff.nextTry(tries, NOW, END, new Random(seed));
        assertThat(next)
                .isAfter(NOW)
                .isBeforeOrEqualTo(NOW.plus(Duration.ofDays(1).plusSeconds(1)));
        assertThat(BackOff.nextTry(tries, NOW, NOW, new Random(seed))).isEqualTo(NOW);
    }

    @Property
    void allTriesTogetherTakeNoLongerThanThreeDays(@ForAll long seed) {
        var random = new Random(seed);
        var at = NOW;
        var tries = 0;
        while (at.isBefore(END)) {
            at = BackOff.nextTry(++tries, at, END, random);
        }
        assertThat(at).isEqualTo(END);
        assertThat(tries).isBetween(6, 200);
    }

    @Test
    void theFirstTriesComeSoonAndTheLatestADayApart() {
        assertThat(mean(1)).isBetween(2.0, 5.0);
        assertThat(mean(2)).isBetween(120.0, 180.0);
        assertThat(mean(9)).isBetween(40_000.0, 47_000.0);
        assertThat(mean(30)).isBetween(40_000.0, 47_000.0);
    }

    @Property
    void anEndpointIsLeftAloneFromTheFifthFailureOnForAQuarterOfAnHourAtMost(
            @ForAll @IntRange(min = 0, max = 1000) int failures, @ForAll long seed) {
        var pause = BackOff.pause(failures, new Random(seed));
        if (failures < 5) {
            assertThat(pause).isZero();
        } else {
            assertThat(pause).isBetween(Duration.ofSeconds(15), Duration.ofMinutes(15));
        }
    }

    @Test
    void manyThatFailTogetherDoNotComeBackTogether() {
        var random = new Random(1);
        var seconds = random.longs(200)
                .mapToObj(seed -> BackOff.nextTry(3, NOW, END, new Random(seed)).getEpochSecond())
                .distinct();
        assertThat(seconds.count()).isGreaterThan(150);
    }

    private static double mean(int tries) {
        var random = new Random(7);
        return random.longs(2_000)
                        .mapToObj(seed -> BackOff.nextTry(tries, NOW, END, new Random(seed)))
                        .mapToLong(next -> Duration.between(NOW, next).toMillis())
                        .average()
                        .orElseThrow()
                / 1_000;
    }
}

package dev.kith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WalkingTest {
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant TARGET = FROM.plus(Duration.ofDays(400));

    @Test
    void aWalkStopsWhereSomethingIsDueAsLongAsItHasStopsToSpare() {
        var due = FROM.plusSeconds(1);
        assertThat(Walking.widened(FROM, due, TARGET, 0)).isEqualTo(due);
        assertThat(Walking.widened(FROM, due, TARGET, Walking.FREE_STOPS - 1)).isEqualTo(due);
        assertThat(Walking.widened(FROM, due, TARGET, Walking.FREE_STOPS)).isAfter(due);
        var far = FROM.plus(Duration.ofDays(399));
        assertThat(Walking.widened(FROM, far, TARGET, Walking.FREE_STOPS)).isEqualTo(far);
    }

    @Test
    void howeverMuchIsDueItArrivesWithinItsStops() {
        var now = FROM;
        var stops = 0;
        while (now.isBefore(TARGET)) {
            now = Walking.widened(now, now.plusMillis(1), TARGET, stops++);
            assertThat(now).isBeforeOrEqualTo(TARGET);
        }
        assertThat(stops).isLessThanOrEqualTo(Walking.MOST_STOPS);
    }
}

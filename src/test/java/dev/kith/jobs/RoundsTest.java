package dev.kith.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who waits for whom when there is much to do. */
class RoundsTest {
    private static final UUID LARGE = new UUID(0, 1);
    private static final UUID SMALL = new UUID(0, 2);

    private final List<String> done = new ArrayList<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Ticker clock = new Ticker();

    @Test
    void thePracticeWithLittleToDoDoesNotWaitForTheOneWithMuch() {
        left.put("tasks of large", 1_000);
        left.put("tasks of small", 1);
        through(List.of(LARGE, SMALL));
        assertThat(done.indexOf("tasks of small")).isLessThan(30);
        assertThat(left.values()).containsOnly(0);
    }

    @Test
    void oneWorkDoesNotWaitForAnotherToBeThrough() {
        left.put("tasks of large", 1_000);
        left.put("reminders of large", 1);
        through(List.of(LARGE));
        assertThat(done.indexOf("reminders of large")).isLessThan(30);
        assertThat(left.values()).containsOnly(0);
    }

    @Test
    void whoHasNothingMoreToDoIsNotAskedAgain() {
        left.put("tasks of large", 1_000);
        through(List.of(LARGE, SMALL));
        assertThat(done.stream().filter("tasks of small"::equals)).hasSize(1);
    }

    @Test
    void itEndsAlsoWhereThereIsAlwaysMore() {
        left.put("tasks of large", Integer.MAX_VALUE);
        var began = clock.instant();
        through(List.of(LARGE));
        assertThat(Duration.between(began, clock.instant()))
                .isBetween(Rounds.LONGEST, Rounds.LONGEST.plus(Rounds.SLICE));
    }

    private void through(List<UUID> practices) {
        new Rounds<>(List.of("tasks", "reminders"), this::step, clock).through(practices);
    }

    /** A step takes a tenth of a second. */
    private boolean step(UUID practice, String work) {
        clock.now = clock.now.plusMillis(100);
        var name = work + " of " + (practice.equals(LARGE) ? "large" : "small");
        done.add(name);
        left.computeIfPresent(name, (same, steps) -> Math.max(0, steps - 1));
        return left.getOrDefault(name, 0) > 0;
    }

    private static final class Ticker extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

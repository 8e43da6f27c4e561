package dev.kith.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait: for the next try of one event (back-off with full jitter, so that many that failed together do not come back
 * together), and for an endpoint that fails, whatever the event.
 */
final class BackOff {
    /** An event is tried for so long after it was put into line. */
    static final Duration TRIED_FOR = Duration.ofDays(3);
    /** So many failures in a row, and the endpoint is left alone for a while. */
    static final int BREAKS_AT = 5;

    /** No longer than this after the first try. */
    static final Duration FIRST = Duration.ofSeconds(5);

    private static final List<Duration> AFTER_TRIES = List.of(
            FIRST,
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private BackOff() {}

    /** When to try again after so many tries, from 1 on; never later than the last moment. */
    static Instant nextTry(int tries, Instant now, Instant lastMoment, RandomGenerator random) {
        var longest = AFTER_TRIES.get(Math.min(tries, AFTER_TRIES.size()) - 1);
        var pause = LEAST.plusMillis(random.nextLong(longest.toMillis()));
        var next = now.plus(pause);
        return next.isAfter(lastMoment) ? lastMoment : next;
    }

    /** How long to leave an endpoint alone after so many failures in a row; nothing before there are enough of them. */
    static Duration pause(int failures, RandomGenerator random) {
        if (failures < BREAKS_AT) {
            return Duration.ZERO;
        }
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - BREAKS_AT, MOST_DOUBLINGS));
        var longest = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return longest.dividedBy(2)
                .plusMillis(random.nextLong(longest.dividedBy(2).toMillis()));
    }
}

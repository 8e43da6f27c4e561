package dev.kith.escalation;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast things go for alerts of one severity; every duration is longer than nothing.
 *
 * @param acknowledgeWithin from the raising until somebody must have said that they look after it
 * @param escalateEvery from one step to the next while nobody has
 * @param resolveWithin from the acknowledgement until it must be resolved
 * @param remindEvery from one reminder of its owner to the next after that
 */
public record Pace(Duration acknowledgeWithin, Duration escalateEvery, Duration resolveWithin, Duration remindEvery) {
    /** The pause grows no longer than this, unless one step alone is longer. */
    static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 20;

    public Pace {
        if (!positive(acknowledgeWithin)
                || !positive(escalateEvery)
                || !positive(resolveWithin)
                || !positive(remindEvery)) {
            throw new IllegalArgumentException("no time at all");
        }
    }

    public Instant acknowledgeBy(Instant raised) {
        return raised.plus(acknowledgeWithin);
    }

    public Instant resolveBy(Instant acknowledged) {
        return acknowledged.plus(resolveWithin);
    }

    public Instant nextReminder(Instant reminded) {
        return reminded.plus(remindEvery);
    }

    /**
     * When the step after this one is due: a pause later; twice as long after each time that everybody was told again, up to a
     * day.
     *
     * @param repeats how often all were told again, from 0
     */
    public Instant nextStep(Instant taken, int repeats) {
        var doubled = escalateEvery.multipliedBy(1L << Math.min(repeats, MOST_DOUBLINGS));
        var longest = escalateEvery.compareTo(LONGEST_PAUSE) > 0 ? escalateEvery : LONGEST_PAUSE;
        return taken.plus(doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    private static boolean positive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }
}

package dev.kith.webhook;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint fares.
 *
 * @param failures in a row; from {@link BackOff#BREAKS_AT} on it is left alone between tries
 * @param lastStatus what it answered last; null: nothing
 * @param lastFault null when that was fine
 */
record Standing(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant pausedUntil,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        @Nullable Integer lastStatus,
        @Nullable Fault lastFault) {

    boolean isBroken() {
        return failures >= BackOff.BREAKS_AT;
    }

    /** After one more answer, or none. */
    Standing after(Answer answer, Instant now, RandomGenerator random) {
        if (answer.isGood()) {
            return new Standing(0, null, null, now, lastFailureAt, answer.status(), null);
        }
        var pause = BackOff.pause(failures + 1, random);
        return new Standing(
                failures + 1,
                failingSince == null ? now : failingSince,
                pause.isZero() ? null : now.plus(pause),
                lastSuccessAt,
                now,
                answer.status(),
                answer.fault());
    }
}

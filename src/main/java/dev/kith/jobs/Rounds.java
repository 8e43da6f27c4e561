package dev.kith.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goes round the practices until none has more to do. A work that has much to do in one of them gets a slice of time and then waits
 * for its next turn, so that neither the other works there nor the other practices wait for it to be through.
 */
class Rounds<W> {
    static final Duration SLICE = Duration.ofSeconds(2);

    /** Then the practices are asked for anew, since there may be others by now. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** One transaction's worth of work in one practice, and whether more of it is due. */
    interface Step<W> {
        boolean of(UUID practice, W work);
    }

    private final List<W> works;
    private final Step<W> step;
    private final Clock clock;

    Rounds(List<W> works, Step<W> step, Clock clock) {
        this.works = works;
        this.step = step;
        this.clock = clock;
    }

    void through(List<UUID> practices) {
        var end = clock.instant().plus(LONGEST);
        var busy = practices;
        while (!busy.isEmpty() && clock.instant().isBefore(end)) {
            busy = busy.stream().filter(this::turn).toList();
        }
    }

    private boolean turn(UUID practice) {
        var more = false;
        for (var work : works) {
            more |= slice(practice, work, clock.instant().plus(SLICE));
        }
        return more;
    }

    private boolean slice(UUID practice, W work, Instant end) {
        var more = true;
        while (more && clock.instant().isBefore(end)) {
            more = step.of(practice, work);
        }
        return more;
    }
}

package dev.kith.mail;

import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long the mail server is left alone after it failed: 15 seconds, then twice as long each time, up to five minutes, until it
 * takes an e-mail. One for all practices of a process, and in real time: it is one server, whatever a sandbox's clock shows.
 */
@ApplicationScoped
public class Rest {
    public static final Duration FIRST = Duration.ofSeconds(15);
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private Duration pause = Duration.ZERO;

    private @Nullable Instant until;

    @Inject
    public Rest(@RealTime Clock clock) {
        this.clock = clock;
    }

    /** Whether it failed and took nothing since. */
    public synchronized boolean isDoubted() {
        return until != null;
    }

    public synchronized boolean isLeftAlone() {
        return until != null && clock.instant().isBefore(until);
    }

    /** Two that fail at the same time are one failure. */
    public synchronized void failed() {
        if (isLeftAlone()) {
            return;
        }
        var twice = pause.multipliedBy(2);
        pause = pause.isZero() ? FIRST : twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        until = clock.instant().plus(pause);
    }

    /** It took an e-mail, or said no to one. */
    public synchronized void answered() {
        pause = Duration.ZERO;
        until = null;
    }
}

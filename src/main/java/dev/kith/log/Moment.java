package dev.kith.log;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a client said something, as well as we know. What was said offline is brought to our clock by the difference that the app's
 * clock had when it was sent. The way through the network makes that difference look smaller, so that it seems later than it was.
 *
 * @param at by our clock; of what was said offline, no earlier than it was
 * @param shown by the clock of the app
 * @param heard when it reached us
 */
record Moment(Instant at, Instant shown, Instant heard, boolean offline) {
    /** The longest way through the network, and as much as two clocks are taken to be one. */
    static final Duration DOUBT = Duration.ofMinutes(1);

    /** Said in the call that reaches us now. */
    static Moment online(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return new Moment(at, at, at, false);
    }

    /**
     * Said before it was sent.
     *
     * @param shown by the app's clock
     * @param theirs what that clock shows now
     */
    static Moment offline(Instant shown, Instant theirs, Instant now) {
        return new Moment(
                shown.minus(Duration.between(now, theirs)).truncatedTo(ChronoUnit.MICROS),
                shown.truncatedTo(ChronoUnit.MICROS),
                now.truncatedTo(ChronoUnit.MICROS),
                true);
    }

    /** The same, but after this one, which we heard before it. */
    Moment after(Moment other) {
        var at = this.at.isAfter(other.at) ? this.at : other.at.plus(1, ChronoUnit.MICROS);
        return new Moment(at, at, heard, offline);
    }

    /** Whether it was later beyond doubt. What was said offline is told apart by the clock of the app, where that can be the same one. */
    boolean isSurelyAfter(Moment other) {
        if (!offline && !other.offline) {
            return at.isAfter(other.at);
        }
        if (offline && other.offline && isByTheClockOf(other)) {
            return shown.isAfter(other.shown);
        }
        return earliest().isAfter(other.latest());
    }

    private boolean isByTheClockOf(Moment other) {
        return ahead().minus(other.ahead()).abs().compareTo(DOUBT) <= 0;
    }

    private Duration ahead() {
        return Duration.between(at, shown);
    }

    private Instant earliest() {
        return offline ? latest().minus(DOUBT) : at;
    }

    /** Nobody speaks in the future, whatever their clock shows. */
    private Instant latest() {
        return at.isAfter(heard) ? heard : at;
    }
}

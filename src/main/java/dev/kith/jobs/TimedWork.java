package dev.kith.jobs;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a room has to do when its time comes. Be a bean of this type and you are called: every half minute in each practice, and
 * at each moment that a sandbox's clock is walked through. Both methods run within the practice, in a transaction of their own,
 * and read the time from the practice's {@code Clock}.
 *
 * <p>Several replicas call it for one practice at the same time, and a call may come early, late or twice: claim rows with
 * {@code for update skip locked}, and let what is done say so in the row. Works with a higher {@code @Priority} go first.
 */
public interface TimedWork {
    /**
     * The earliest moment, after this one, at which something is due that is known today; empty when nothing is. What that work
     * brings about is asked for again afterwards.
     */
    Optional<Instant> nextAfter(Instant moment) throws SQLException;

    /** Whether it waits for somebody outside, such as a mail server: then no other work waits for it, in any practice. */
    default boolean waitsForOthers() {
        return false;
    }

    /**
     * Does what is due at the clock's moment, one transaction's worth of it.
     *
     * @return whether more is due: then it is called again at once, in another transaction
     */
    boolean tick() throws SQLException;
}

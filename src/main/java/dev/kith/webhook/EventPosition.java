package dev.kith.webhook;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the feed was read, as a place in the order of the transactions that wrote it.
 *
 * @param transaction of the event read last, or the first that was not over yet
 * @param event read last; before all of that transaction's when none of them was
 * @param at when all before this place had happened
 */
record EventPosition(long transaction, UUID event, Instant at) {
    /** Events are told for so long. */
    static final Duration TOLD = Duration.ofDays(90);
    /** Whoever reads the oldest has a day to go on. */
    private static final Duration GOOD_FOR = TOLD.plusDays(1);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Before everything that this transaction, or a later one, wrote. */
    static EventPosition before(long transaction, Instant at) {
        return new EventPosition(transaction, BEFORE_ALL, at);
    }

    /**
     * Reads what was sent as {@code after}; the beginning when nothing was.
     *
     * @throws ProblemException 400 when it is none of this practice's, or what came after it is no longer kept
     */
    static EventPosition read(@Nullable String after, UUID practice, Instant now) {
        var keys = Cursor.read(after);
        if (keys == null) {
            return before(0, now);
        }
        if (!keys.uuid(0).equals(practice)) {
            throw refused("is not a cursor of this list; begin again without it");
        }
        var position = new EventPosition(keys.number(1), keys.uuid(2), keys.instant(3));
        if (position.transaction < 0) {
            throw refused("is not a cursor of this list; begin again without it");
        }
        if (position.at.isBefore(now.minus(GOOD_FOR))) {
            throw refused("is older than the events that are kept; begin again without it");
        }
        return position;
    }

    String write(UUID practice) {
        return Cursor.of(practice, transaction, event, at).write();
    }

    /** In a database that was restored the count of transactions may have begun again. */
    EventPosition unlessAheadOf(long present) {
        if (transaction > present) {
            throw refused("is of a time that this database does not know of; begin again without it");
        }
        return this;
    }

    private static ProblemException refused(String words) {
        return ProblemException.malformed("#after", "cursor", words);
    }
}

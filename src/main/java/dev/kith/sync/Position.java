package dev.kith.sync;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an app has read: a run of pages goes by transaction and id from a position on, and the next run begins where the
 * first page of this one could not see for certain.
 *
 * @param nextRun the lowest transaction that was under way when this run was begun; null before its first page
 * @param transaction of the last row that was read, or where the run begins
 * @param since what ended or was said before is left out; only in the first run of all
 */
record Position(
        @Nullable Long nextRun,
        long transaction,
        UUID id,
        @Nullable Instant since) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    static Position first(Instant since) {
        return new Position(null, 0, BEFORE_ALL, since);
    }

    /** Null when the app has none. */
    static @Nullable Position read(@Nullable String cursor, UUID client) {
        if (cursor == null) {
            return null;
        }
        try {
            var keys = Cursor.read(cursor);
            if (keys == null || !keys.uuid(0).equals(client)) {
                throw refused();
            }
            return new Position(
                    keys.isNull(1) ? null : keys.number(1),
                    keys.number(2),
                    keys.uuid(3),
                    keys.isNull(4) ? null : keys.instant(4));
        } catch (ProblemException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.malformed(
                "/cursor", "cursor", "is not a cursor of this client; begin again without it");
    }

    String write(UUID client) {
        return Cursor.of(client, nextRun, transaction, id, since).write();
    }

    /** In a database that was restored the count of transactions may have begun again. */
    boolean isAhead(long present) {
        return transaction > present || (nextRun != null && nextRun > present);
    }

    Position begun(long lowestUnderWay) {
        return nextRun == null ? new Position(lowestUnderWay, transaction, id, since) : this;
    }

    Position readTo(long lastTransaction, UUID lastId) {
        return new Position(nextRun, lastTransaction, lastId, since);
    }

    /** All of this run was read. */
    Position done() {
        return new Position(null, nextRun == null ? transaction : nextRun, BEFORE_ALL, null);
    }
}

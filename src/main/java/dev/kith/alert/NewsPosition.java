package dev.kith.alert;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream of news was read, as a place in the order of the transactions that wrote it, like an app's position in
 * {@code /v1/sync}. Whatever was not seen yet lies behind it, however late it commits.
 */
record NewsPosition(long transaction, UUID alert, int number) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Before everything that this transaction, or a later one, wrote. */
    static NewsPosition before(long transaction) {
        return new NewsPosition(transaction, BEFORE_ALL, 0);
    }

    /**
     * Reads a {@code Last-Event-ID}; null when there is none.
     *
     * @throws ProblemException 400 when it is none of this practice's
     */
    static @Nullable NewsPosition read(@Nullable String id, UUID practice) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            var keys = Cursor.read(id);
            if (keys == null || !keys.uuid(0).equals(practice)) {
                throw refused();
            }
            return new NewsPosition(keys.number(1), keys.uuid(2), Math.toIntExact(keys.number(3)));
        } catch (ProblemException | ArithmeticException e) {
            throw refused();
        }
    }

    String write(UUID practice) {
        return Cursor.of(practice, transaction, alert, number).write();
    }

    private static ProblemException refused() {
        return ProblemException.malformed(
                "#Last-Event-ID", "position", "is not of this stream; begin again without it, and list the alerts");
    }
}

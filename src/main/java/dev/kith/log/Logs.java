package dev.kith.log;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logs of the practice. */
@ApplicationScoped
class Logs implements PanacheRepositoryBase<Log, UUID> {
    Log require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Held until the transaction ends. */
    Log requireHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Those that are kept beside it; held until the transaction ends. */
    List<Log> heldBeside(UUID id) {
        return find("besideId = ?1 order by id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What a client's app has sent since then that no task was closed by. */
    long unplannedSince(UUID sender, Instant from) {
        return count("enteredBy = ?1 and receivedAt >= ?2 and taskId is null", sender, from);
    }

    /** Newest first, one more than asked for. */
    List<Log> pageOf(UUID clientId, @Nullable String exercise, @Nullable Cursor after, int limit) {
        var of = exercise == null ? "clientId = ?1 and ?2 is null" : "clientId = ?1 and exerciseKey = ?2";
        var query = after == null
                ? find(of + " order by authoredAt desc, id desc", clientId, exercise)
                : find(
                        of + " and (authoredAt, id) < (?3, ?4) order by authoredAt desc, id desc",
                        clientId,
                        exercise,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }

    /** Complete ones that were made or came in the period, newest first, at most so many. */
    List<Log> completeOf(UUID clientId, Instant from, Instant to, int most) {
        return find(
                        "clientId = ?1 and (authoredAt >= ?2 or receivedAt >= ?2) and authoredAt < ?3 and state <> 'in-progress'"
                                + " order by authoredAt desc, id desc",
                        clientId,
                        from,
                        to)
                .range(0, most - 1)
                .list();
    }

    /** Complete ones of one exercise, newest first, at most so many. */
    List<Log> completeOf(UUID clientId, String exercise, Instant from, Instant to, int most) {
        return find(
                        "clientId = ?1 and exerciseKey = ?2 and authoredAt >= ?3 and authoredAt < ?4 and state <> 'in-progress'"
                                + " order by authoredAt desc, id desc",
                        clientId,
                        exercise,
                        from,
                        to)
                .range(0, most - 1)
                .list();
    }
}

package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tasks of the practice. */
@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, UUID> {
    Task require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Withdraws what nobody has answered and what waits for room in a week; what had closed before was missed. */
    void cancelOpenOf(UUID assignmentId, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'assignment-ended', endedAt = ?1 where assignmentId = ?2"
                        + " and ((endedAs is null and closesAt > ?1) or (endedWhy = 'weekly-cap' and opensAt > ?1))",
                now,
                assignmentId);
    }

    /** What closed while it was paused was not missed; what had been due by then was taken away when the pause began. */
    void cancelMissedInPauseOf(UUID assignmentId, Instant pausedAt, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'paused', endedAt = case when dueAt <= ?3 then ?3 else closesAt end"
                        + " where assignmentId = ?2 and endedAs is null and closesAt > ?3 and closesAt <= ?1",
                now,
                assignmentId,
                pausedAt);
    }

    /** What was open at a moment, and is not done: also what closed in a pause since. */
    List<Task> openAt(UUID assignmentId, Instant moment) {
        return find(
                        "assignmentId = ?1 and opensAt <= ?2 and closesAt > ?2"
                                + " and (endedAs is null or endedWhy = 'paused') order by id",
                        assignmentId,
                        moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE) // an app may bring something of it at this moment
                .list();
    }

    /** Withdraws what opened since then, unless the client has done something about it. */
    void withdrawOpenedSince(UUID assignmentId, Instant since, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'schedule-revised', endedAt = ?1 where assignmentId = ?2"
                        + " and opensAt > ?3 and opensAt <= ?1 and lastActivityAt is null and endedAs is null",
                now,
                assignmentId,
                since);
    }

    /** Withdraws what has not opened yet, unless the client has already done something about it. */
    void withdrawUntouched(UUID assignmentId, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'schedule-revised', endedAt = ?1 where assignmentId = ?2"
                        + " and opensAt > ?1 and lastActivityAt is null and (endedAs is null or endedWhy = 'weekly-cap')",
                now,
                assignmentId);
    }

    /** The last of those that have opened or open, and that stay as they are. */
    Optional<Task> findLastTouched(UUID assignmentId, Instant now) {
        return find(
                        "assignmentId = ?1 and (endedWhy is null or endedWhy <> 'schedule-revised')"
                                + " and (opensAt <= ?2 or lastActivityAt is not null) order by opensAt desc",
                        assignmentId,
                        now)
                .firstResultOptional();
    }
}

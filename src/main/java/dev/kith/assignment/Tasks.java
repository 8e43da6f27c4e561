package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** Withdraws what nobody has answered. */
    void cancelOpenOf(UUID assignmentId, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'assignment-ended', endedAt = ?1"
                        + " where assignmentId = ?2 and endedAs is null",
                now,
                assignmentId);
    }

    /** What closed while it was paused was not missed. */
    void cancelMissedInPauseOf(UUID assignmentId, Instant now) {
        update(
                "endedAs = 'cancelled', endedWhy = 'paused', endedAt = ?1"
                        + " where assignmentId = ?2 and endedAs is null and closesAt <= ?1",
                now,
                assignmentId);
    }

    /** What was open at a moment, and is not done: also what closed in a pause since. */
    List<Task> openAt(UUID assignmentId, Instant moment) {
        return list(
                "assignmentId = ?1 and opensAt <= ?2 and closesAt > ?2 and (endedAs is null or endedWhy = 'paused')",
                assignmentId,
                moment);
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

    /** When the last task opened, or opens, that stays as it is. */
    Optional<Instant> findLastTouched(UUID assignmentId, Instant now) {
        return find(
                        "assignmentId = ?1 and (endedWhy is null or endedWhy <> 'schedule-revised')"
                                + " and (opensAt <= ?2 or lastActivityAt is not null) order by opensAt desc",
                        assignmentId,
                        now)
                .firstResultOptional()
                .map(task -> task.opensAt);
    }
}

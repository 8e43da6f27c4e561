package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Tasks of the practice. */
@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, UUID> {
    Task require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Withdraws what nobody has answered. */
    void cancelOpenOf(UUID assignmentId, Instant now) {
        update("endedAs = 'cancelled', endedAt = ?1 where assignmentId = ?2 and endedAs is null", now, assignmentId);
    }
}

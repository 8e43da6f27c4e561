package dev.kith.program;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrolments of the practice. */
@ApplicationScoped
class Enrollments implements PanacheRepositoryBase<Enrollment, UUID> {
    Enrollment require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    Optional<Enrollment> findOf(UUID clientId, UUID id) {
        return find("clientId = ?1 and id = ?2", clientId, id).firstResultOptional();
    }

    /** Until the transaction ends, as it is then. */
    void hold(Enrollment known) {
        getEntityManager().refresh(known, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Held, those of a client that have not ended. */
    List<Enrollment> runningOf(UUID clientId) {
        return find("clientId = ?1 and endedAt is null order by id", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean runs(UUID clientId, PublishedProgram program) {
        return count(
                        "clientId = ?1 and programPracticeId = ?2 and programKey = ?3 and endedAt is null",
                        clientId,
                        program.owner(),
                        program.key())
                > 0;
    }

    /** Newest first, one more than asked for. */
    List<Enrollment> pageOf(UUID clientId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by id desc", clientId)
                : find("clientId = ?1 and id < ?2 order by id desc", clientId, after.uuid(0));
        return query.range(0, limit).list();
    }
}

/** Their steps. */
@ApplicationScoped
class EnrollmentSteps implements PanacheRepositoryBase<EnrollmentStep, UUID> {
    /** In the order of the program, each round after the one before. */
    List<EnrollmentStep> of(UUID enrollment) {
        return list("enrollmentId = ?1 order by place, round", enrollment);
    }
}

/** What happened to them. */
@ApplicationScoped
class EnrollmentEvents implements PanacheRepositoryBase<EnrollmentEvent, UUID> {
    /** Newest first; ids do not order what one transaction told within a millisecond. */
    List<EnrollmentEvent> of(UUID enrollment) {
        return list("enrollmentId = ?1 order by madeAt desc, id desc", enrollment);
    }
}

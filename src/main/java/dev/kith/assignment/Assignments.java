package dev.kith.assignment;

import static java.util.stream.Collectors.summingInt;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assignments of the practice. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    Assignment require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Held until the transaction ends, as it is then. */
    Assignment held(Assignment known) {
        getEntityManager().refresh(known, LockModeType.PESSIMISTIC_WRITE);
        return known;
    }

    /** Held. */
    Optional<Assignment> findByExternalId(String externalId) {
        return find("externalId", externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Assignment> withExternalId(UUID clientId, String externalId) {
        return list("clientId = ?1 and externalId = ?2", clientId, externalId);
    }

    /** Newest first, one more than asked for. */
    List<Assignment> pageOf(UUID clientId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by id desc", clientId)
                : find("clientId = ?1 and id < ?2 order by id desc", clientId, after.uuid(0));
        return query.range(0, limit).list();
    }

    /** Held; what runs, and what is held back and would run again. */
    List<Assignment> goingOnByItselfOf(UUID clientId) {
        return find("clientId = ?1 and (state = 'active' or heldBy is not null) order by id", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Held, exercises that run, or that a gate holds. */
    List<Assignment> gatedOf(UUID clientId) {
        return find(
                        "clientId = ?1 and exerciseKey is not null and (state = 'active' or heldBy = 'gate') order by id",
                        clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Held, those that have not ended. */
    List<Assignment> anchoredTo(UUID appointment) {
        return find("appointmentId = ?1 and state <> 'ended' order by id", appointment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Held, those that have not ended; the steps of the enrolment are none of them. */
    List<Assignment> anchoredToEnrollment(UUID enrollment) {
        return find("anchorEnrollmentId = ?1 and state <> 'ended' order by id", enrollment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Held, those that have not ended and whose zone is the client's. */
    List<Assignment> followingZoneOf(UUID clientId) {
        return find("clientId = ?1 and followsClientZone and state <> 'ended' order by id", clientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Held, of these, those that have not ended. */
    List<Assignment> stillGoing(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 and state <> 'ended' order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    Map<UUID, Integer> countByAppointment(UUID clientId) {
        return list("clientId = ?1 and appointmentId is not null and state <> 'ended'", clientId).stream()
                .collect(Collectors.groupingBy(a -> Objects.requireNonNull(a.appointmentId), summingInt(a -> 1)));
    }
}

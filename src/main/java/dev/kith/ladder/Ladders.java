package dev.kith.ladder;

import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Ladders of the practice. */
@ApplicationScoped
class Ladders implements PanacheRepositoryBase<Ladder, UUID> {
    Ladder require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Held until the transaction ends: for whoever changes anything that is shown of it. */
    Ladder requireHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Newest first. */
    List<Ladder> of(UUID client) {
        return list("clientId = ?1 order by id desc", client);
    }
}

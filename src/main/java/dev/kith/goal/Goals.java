package dev.kith.goal;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals of the practice. */
@ApplicationScoped
class Goals implements PanacheRepositoryBase<Goal, UUID> {
    Goal require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Held until the transaction ends: for whoever changes anything that is shown of it. */
    Goal requireHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    /** Newest first, one more than asked for. */
    List<Goal> page(UUID client, @Nullable GoalState state, @Nullable Cursor after, int limit) {
        var below = after == null ? new UUID(-1, -1) : after.uuid(0);
        var query = state == null
                ? find("clientId = ?1 and id < ?2 order by id desc", client, below)
                : find("clientId = ?1 and id < ?2 and state = ?3 order by id desc", client, below, state.code());
        return query.range(0, limit).list();
    }

    /** Those that counted at that moment: agreed to, and not over. */
    List<Goal> activeAt(UUID client, Instant moment) {
        return list(
                "clientId = ?1 and agreedAt <= ?2 and (endedAt is null or endedAt > ?2) order by id", client, moment);
    }

    List<Goal> of(UUID client, List<UUID> ids) {
        return list("clientId = ?1 and id in ?2 order by id", client, ids);
    }

    /** Those in one of the three places. */
    List<Goal> active(UUID client) {
        return list("clientId = ?1 and place is not null", client);
    }
}

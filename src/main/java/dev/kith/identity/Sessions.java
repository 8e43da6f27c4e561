package dev.kith.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sessions of the practice. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<SignInSession, UUID> {
    List<SignInSession> openOf(UUID accountId, Instant now) {
        return list("accountId = ?1 and endedAt is null and endsAt > ?2 order by startedAt desc", accountId, now);
    }

    /** Ends all of an account but none twice; returns how many. */
    int endAllOf(UUID accountId, String why, Instant now) {
        return update("endedAt = ?1, endedWhy = ?2 where accountId = ?3 and endedAt is null", now, why, accountId);
    }
}

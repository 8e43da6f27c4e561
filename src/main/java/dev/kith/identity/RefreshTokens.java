package dev.kith.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Refresh tokens of the practice. */
@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, String> {
    /** True for exactly one of any number of callers: the row is taken by its update. */
    boolean use(String hash, Instant now) {
        return update("usedAt = ?1 where hash = ?2 and usedAt is null", now, hash) == 1;
    }
}

package dev.kith.identity;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link of a session's chain, by its hash; used once. */
@Entity
@Table(name = "refresh_token")
class RefreshToken extends PracticeOwned {
    static final String KIND = "kr_";

    @Id
    String hash;

    @Column(name = "session_id", updatable = false)
    UUID sessionId;

    @Column(name = "issued_at", updatable = false)
    Instant issuedAt;

    @Column(name = "used_at")
    @Nullable
    Instant usedAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, Instant issuedAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.issuedAt = issuedAt;
    }
}

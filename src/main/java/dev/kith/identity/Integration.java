package dev.kith.identity;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service account of practice software: signs in with its own secret and does what its scopes say. */
@Entity
@Table(name = "integration")
class Integration extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_key", updatable = false)
    String clientKey;

    String name;

    String[] scopes;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Integration() {}

    Integration(UUID id, String clientKey, String name, List<String> scopes, String secretHash, Instant now) {
        this.id = id;
        this.clientKey = clientKey;
        this.name = name;
        this.scopes = scopes.toArray(String[]::new);
        this.secretHash = secretHash;
        this.createdAt = now;
    }

    void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
        }
    }
}

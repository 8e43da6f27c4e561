package dev.kith.identity;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one signs in with: a member's or a client's, never both. */
@Entity
@Table(name = "account")
class Account extends PracticeOwned {
    @Id
    UUID id;

    String kind;

    @Column(name = "member_id", updatable = false)
    @Nullable
    UUID memberId;

    @Column(name = "client_id", updatable = false)
    @Nullable
    UUID clientId;

    String email;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Account() {}

    private Account(UUID id, String kind, String email, String passwordHash, Instant at) {
        this.id = id;
        this.kind = kind;
        this.email = email;
        this.passwordHash = passwordHash;
        this.createdAt = at;
    }

    static Account ofMember(UUID id, UUID memberId, String email, String passwordHash, Instant at) {
        var account = new Account(id, "member", email, passwordHash, at);
        account.memberId = memberId;
        return account;
    }

    static Account ofClient(UUID id, UUID clientId, String email, String passwordHash, Instant at) {
        var account = new Account(id, "client", email, passwordHash, at);
        account.clientId = clientId;
        return account;
    }

    void renew(String newEmail, String newPasswordHash) {
        this.email = newEmail;
        this.passwordHash = newPasswordHash;
    }
}

package dev.kith.identity;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A one-time code by which a member or client chooses their password. */
@Entity
@Table(name = "invitation")
class Invitation extends PracticeOwned {
    static final String KIND = "ki_";
    static final Duration LIFE = Duration.ofDays(7);

    @Id
    UUID id;

    @Column(name = "code_hash", updatable = false)
    String codeHash;

    @Column(updatable = false)
    String kind;

    @Column(name = "member_id", updatable = false)
    @Nullable
    UUID memberId;

    @Column(name = "client_id", updatable = false)
    @Nullable
    UUID clientId;

    @Column(updatable = false)
    String email;

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "ends_at", updatable = false)
    Instant endsAt;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Invitation() {}

    Invitation(UUID id, String codeHash, Guest guest, UUID madeBy, Instant now) {
        this.id = id;
        this.codeHash = codeHash;
        this.kind = guest.memberId() != null ? "member" : "client";
        this.memberId = guest.memberId();
        this.clientId = guest.clientId();
        this.email = guest.email();
        this.madeBy = madeBy;
        this.madeAt = now;
        this.endsAt = now.plus(LIFE);
    }

    /** Who is invited: a member or a client, by the address that they will sign in with. */
    record Guest(@Nullable UUID memberId, @Nullable UUID clientId, String email, String displayName) {}
}

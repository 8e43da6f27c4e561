package dev.kith.audit;

import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the trail. */
@Entity
@Table(name = "audit_entry")
class AuditEntry extends PracticeOwned {
    @Id
    UUID id;

    Instant at;

    @Column(name = "actor_kind")
    String actorKind;

    @Column(name = "actor_id")
    UUID actorId;

    @Column(name = "session_id")
    @Nullable
    UUID sessionId;

    String action;

    @Column(name = "subject_kind")
    String subjectKind;

    @Column(name = "subject_id")
    @Nullable
    UUID subjectId;

    @Column(name = "client_id")
    @Nullable
    UUID clientId;

    String outcome;

    @Nullable
    String reason;

    @Column(name = "request_id")
    @Nullable
    String requestId;

    @Nullable
    String address;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected AuditEntry() {}

    AuditEntry(UUID id, Instant at, Caller actor, Deed deed, Origin origin) {
        this.id = id;
        this.at = at;
        this.actorKind = actor.kind().code();
        this.actorId = actor.id();
        this.sessionId = actor.session();
        this.action = deed.action();
        this.subjectKind = deed.subjectKind();
        this.subjectId = deed.subjectId();
        this.clientId = deed.clientId();
        this.outcome = deed.outcome();
        this.reason = deed.reason();
        this.requestId = origin.requestId();
        this.address = origin.address();
    }

    /** What was done to what. */
    record Deed(
            String action,
            String subjectKind,
            @Nullable UUID subjectId,
            @Nullable UUID clientId,
            String outcome,
            @Nullable String reason) {}

    /** Where it came from. */
    record Origin(@Nullable String requestId, @Nullable String address) {}
}

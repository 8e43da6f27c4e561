package dev.kith.safety;

import dev.kith.safety.SafetyPlanView.PlanAuthor;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a client's safety plan said from one save to the next; only ever added. The last one is the plan. */
@Entity
@Table(name = "safety_plan_revision")
class SafetyPlanRevision extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(updatable = false)
    int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private SafetyPlanParts content;

    @Column(updatable = false)
    private String author;

    @Column(name = "written_by", updatable = false)
    private UUID writtenBy;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected SafetyPlanRevision() {}

    SafetyPlanRevision(UUID id, UUID clientId, int revision, SafetyPlanParts content, Caller by, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.revision = revision;
        this.content = content;
        this.author = PlanAuthor.of(by).code();
        this.writtenBy = by.id();
        this.writtenAt = now;
    }

    SafetyPlanView view() {
        return new SafetyPlanView(clientId, revision, content, PlanAuthor.of(author), writtenBy, writtenAt);
    }
}

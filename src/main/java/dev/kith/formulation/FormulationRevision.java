package dev.kith.formulation;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a client's formulation said from one save to the next; only ever added. The last one is the formulation. */
@Entity
@Table(name = "formulation_revision")
class FormulationRevision extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    private UUID clientId;

    @Column(updatable = false)
    int revision;

    /** The version of the checklist that its tags were chosen from. */
    @Column(updatable = false)
    private int checklist;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private FormulationParts content;

    @Column(name = "written_by", updatable = false)
    private UUID writtenBy;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected FormulationRevision() {}

    FormulationRevision(
            UUID id, UUID clientId, int revision, int checklist, FormulationParts content, UUID by, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.revision = revision;
        this.checklist = checklist;
        this.content = content;
        this.writtenBy = by;
        this.writtenAt = now;
    }

    FormulationRevisionView view() {
        return new FormulationRevisionView(
                clientId, revision, checklist, content.tags(), content.summary(), writtenBy, writtenAt);
    }
}

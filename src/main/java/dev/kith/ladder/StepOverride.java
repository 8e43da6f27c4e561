package dev.kith.ladder;

import dev.kith.ladder.LadderCourse.WordFact;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A clinician's word that takes the place of the rule's, until the next try; only ever added. */
@Entity
@Table(name = "step_override")
class StepOverride extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "ladder_id", updatable = false)
    UUID ladderId;

    @Column(name = "rung_id", updatable = false)
    UUID rungId;

    @Column(updatable = false)
    String reason;

    @Column(name = "said_by", updatable = false)
    UUID saidBy;

    @Column(name = "said_at", updatable = false)
    Instant saidAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected StepOverride() {}

    StepOverride(UUID id, Rung rung, String reason, UUID saidBy, Instant saidAt) {
        this.id = id;
        this.ladderId = rung.ladderId;
        this.rungId = rung.id;
        this.reason = reason;
        this.saidBy = saidBy;
        this.saidAt = saidAt;
    }

    WordFact fact() {
        return new WordFact(rungId, saidAt);
    }
}

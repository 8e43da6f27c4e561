package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One course of one questionnaire for one client. Ended is for good. */
@Entity
@Table(name = "assignment")
class Assignment extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "questionnaire_practice_id", updatable = false)
    UUID questionnairePracticeId;

    @Column(name = "questionnaire_key", updatable = false)
    String questionnaireKey;

    @Column(name = "questionnaire_version", updatable = false)
    int questionnaireVersion;

    @Column(name = "version_policy", updatable = false)
    String versionPolicy;

    @Column(updatable = false)
    @Nullable
    String reason;

    @Nullable
    String note;

    @Column(name = "starts_local")
    LocalDateTime startsLocal;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "opens_for")
    @Nullable
    String opensFor;

    @Column(name = "due_after")
    @Nullable
    String dueAfter;

    @Column(name = "schedule_revision")
    int scheduleRevision = 1;

    String state = AssignmentState.ACTIVE.code();

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Assignment() {}

    @SuppressWarnings("NullAway") // the schedule follows at once
    Assignment(UUID id, UUID clientId, UUID madeBy, Instant madeAt) {
        this.id = id;
        this.clientId = clientId;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    AssignmentState state() {
        return AssignmentState.of(state);
    }

    /** Pauses, resumes or ends; the same state again changes nothing. */
    void become(AssignmentState wanted, @Nullable String why, Instant now) {
        if (state() == wanted) {
            return;
        }
        if (state() == AssignmentState.ENDED) {
            throw ProblemException.conflict("assignment-ended", "It has ended; assign anew.");
        }
        state = wanted.code();
        if (wanted == AssignmentState.ENDED) {
            endedAt = now;
            endReason = why;
        }
    }
}

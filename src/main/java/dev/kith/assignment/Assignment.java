package dev.kith.assignment;

import static java.util.Objects.requireNonNull;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One course of one questionnaire or one exercise for one client. Ended is for good. */
@Entity
@Table(name = "assignment")
class Assignment extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "questionnaire_practice_id", updatable = false)
    @Nullable
    UUID questionnairePracticeId;

    @Column(name = "questionnaire_key", updatable = false)
    @Nullable
    String questionnaireKey;

    @Column(name = "questionnaire_version", updatable = false)
    @Nullable
    Integer questionnaireVersion;

    @Column(name = "exercise_practice_id", updatable = false)
    @Nullable
    UUID exercisePracticeId;

    @Column(name = "exercise_key", updatable = false)
    @Nullable
    String exerciseKey;

    @Column(name = "exercise_version", updatable = false)
    @Nullable
    Integer exerciseVersion;

    @Column(name = "external_id", updatable = false)
    @Nullable
    String externalId;

    @Column(name = "version_policy", updatable = false)
    String versionPolicy;

    @Column(updatable = false)
    @Nullable
    String reason;

    @Nullable
    String note;

    @Column(name = "time_zone")
    String timeZone;

    /** Nobody named a zone: it is the client's, wherever they go. */
    @Column(name = "follows_client_zone")
    boolean followsClientZone;

    @Column(name = "appointment_id")
    @Nullable
    UUID appointmentId;

    /** The enrolment on whose start its own hangs; it belongs to none then. */
    @Column(name = "anchor_enrollment_id")
    @Nullable
    UUID anchorEnrollmentId;

    @Column(name = "enrollment_id", updatable = false)
    @Nullable
    UUID enrollmentId;

    @Column(name = "enrollment_step", updatable = false)
    @Nullable
    String enrollmentStep;

    /** Wall time up to which its tasks have been made; null when all of them have. */
    @Column(name = "materialised_to")
    @Nullable
    LocalDateTime materialisedTo;

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

    @Column(name = "paused_at")
    @Nullable
    Instant pausedAt;

    @Column(name = "paused_by")
    @Nullable
    UUID pausedBy;

    @Column(name = "paused_by_client")
    @Nullable
    Boolean pausedByClient;

    @Column(name = "pause_reason")
    @Nullable
    String pauseReason;

    /** Null where a person paused it. */
    @Column(name = "held_by")
    @Nullable
    String heldBy;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Assignment() {}

    @SuppressWarnings("NullAway") // the schedule follows at once
    Assignment(UUID id, UUID clientId, Work work, UUID madeBy, Instant madeAt) {
        this.id = id;
        this.clientId = clientId;
        if (work.isExercise()) {
            exercisePracticeId = work.owner();
            exerciseKey = work.key();
            exerciseVersion = work.version();
        } else {
            questionnairePracticeId = work.owner();
            questionnaireKey = work.key();
            questionnaireVersion = work.version();
        }
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** Null: on a date. */
    void hangOn(@Nullable Anchor anchor) {
        appointmentId = anchor instanceof Anchor.OfAppointment appointment ? appointment.id() : null;
        anchorEnrollmentId = anchor instanceof Anchor.OfEnrollment enrollment ? enrollment.id() : null;
    }

    boolean isHeldBy(HeldBy what) {
        return what.code().equals(heldBy);
    }

    /** Paused by nobody, until what holds it lets it go on. */
    void hold(Caller caller, HeldBy by, Instant now) {
        become(caller, AssignmentState.PAUSED, by.reason, now);
        heldBy = by.code();
    }

    /** Held by something else from now on, and since the same moment. */
    void passTo(HeldBy other) {
        heldBy = other.code();
        pauseReason = other.reason;
    }

    AssignmentState state() {
        return AssignmentState.of(state);
    }

    Work work() {
        return exerciseKey == null
                ? new Work(
                        Work.Kind.QUESTIONNAIRE,
                        requireNonNull(questionnairePracticeId),
                        requireNonNull(questionnaireKey),
                        requireNonNull(questionnaireVersion))
                : new Work(
                        Work.Kind.EXERCISE,
                        requireNonNull(exercisePracticeId),
                        exerciseKey,
                        requireNonNull(exerciseVersion));
    }

    /** Pauses, resumes or ends; paused again, it is whoever asked last that paused it, and since the first time. */
    void become(Caller caller, AssignmentState wanted, @Nullable String why, Instant now) {
        if (state() == AssignmentState.ENDED) {
            throw ProblemException.conflict("assignment-ended", "It has ended; assign anew.");
        }
        state = wanted.code();
        var paused = wanted == AssignmentState.PAUSED;
        pausedAt = paused ? Objects.requireNonNullElse(pausedAt, now) : null;
        pausedBy = paused ? caller.id() : null;
        pausedByClient = paused ? caller.isClient() : null;
        pauseReason = paused ? why : null;
        heldBy = null;
        if (wanted == AssignmentState.ENDED) {
            endedAt = now;
            endReason = why;
        }
    }
}

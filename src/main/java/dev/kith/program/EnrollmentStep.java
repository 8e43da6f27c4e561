package dev.kith.program;

import dev.kith.program.ProgramDefinition.Step;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import dev.kith.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of an enrolment, in one round. */
@Entity
@Table(name = "enrollment_step")
class EnrollmentStep extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "enrollment_id", updatable = false)
    UUID enrollmentId;

    @Column(updatable = false)
    String step;

    @Column(updatable = false)
    short round;

    /** Its place among the steps of the program. */
    @Column(updatable = false)
    short place;

    @Column(updatable = false)
    short week;

    @Column(name = "work_key", updatable = false)
    @Nullable
    String workKey;

    String state = StepState.WAITING.code();

    /** The day on which its week begins. */
    @Column(name = "planned_on")
    LocalDate plannedOn;

    /** The day from which the client has it. */
    @Column(name = "starts_on")
    @Nullable
    LocalDate startsOn;

    @Column(name = "assignment_id")
    @Nullable
    UUID assignmentId;

    /** Where the client lives, since when what was given is held back; null when it is not. */
    @Column(name = "held_on")
    @Nullable
    LocalDate heldOn;

    /** The step that was left undone, for which it waits. */
    @Column(name = "blocked_by")
    @Nullable
    String blockedBy;

    @Column(name = "opened_by")
    @Nullable
    UUID openedBy;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    @Column(name = "over_at")
    @Nullable
    Instant overAt;

    @Column(name = "over_by")
    @Nullable
    UUID overBy;

    @Nullable
    String note;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected EnrollmentStep() {}

    EnrollmentStep(UUID enrollmentId, ProgramDefinition program, Step step, int round, LocalDate plannedOn) {
        this.id = Ids.next();
        this.enrollmentId = enrollmentId;
        this.step = step.code();
        this.round = (short) round;
        this.place = (short) program.steps().indexOf(step);
        this.week = (short) step.week();
        this.workKey = step.key();
        this.plannedOn = plannedOn;
    }

    StepState state() {
        return StepState.of(state);
    }

    /** Whether the client may have had something of it already; while it is held, nothing more begins. */
    boolean hasBegun(LocalDate today) {
        return startsOn != null && !startsOn.isAfter(heldOn == null || heldOn.isAfter(today) ? today : heldOn);
    }

    /** What was given is held back. */
    void hold(LocalDate today) {
        state = StepState.WAITING.code();
        heldOn = today;
    }

    /** A clinician's word for it. */
    void open(Caller caller, Instant now) {
        openedBy = caller.id();
        openedAt = now;
    }

    void over(StepState how, UUID by, @Nullable String why, Instant now) {
        state = how.code();
        heldOn = null;
        blockedBy = null;
        overAt = now;
        overBy = by;
        note = why;
    }

    /** Nothing was given yet, or nothing of it has opened: it lies so many days later. */
    void move(long days) {
        plannedOn = plannedOn.plusDays(days);
        startsOn = startsOn == null ? null : startsOn.plusDays(days);
    }
}

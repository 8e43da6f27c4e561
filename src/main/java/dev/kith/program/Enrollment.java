package dev.kith.program;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One client in one program, on the version with which it began. */
@Entity
@Table(name = "enrollment")
class Enrollment extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "program_practice_id", updatable = false)
    UUID programPracticeId;

    @Column(name = "program_key", updatable = false)
    String programKey;

    @Column(name = "program_version", updatable = false)
    int programVersion;

    String state = EnrollmentState.ACTIVE.code();

    @Column(name = "began_on", updatable = false)
    LocalDate beganOn;

    /** When it would have begun for what is still to come to lie where it lies. */
    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(updatable = false)
    @Nullable
    String reason;

    @Column(name = "made_by", updatable = false)
    UUID madeBy;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "paused_at")
    @Nullable
    Instant pausedAt;

    @Column(name = "paused_on")
    @Nullable
    LocalDate pausedOn;

    @Column(name = "paused_by_client")
    @Nullable
    Boolean pausedByClient;

    @Column(name = "pause_reason")
    @Nullable
    String pauseReason;

    /** Since when a critical answer waits for a clinician's word. */
    @Column(name = "concern_at")
    @Nullable
    Instant concernAt;

    @Column(name = "concern_response_id")
    @Nullable
    UUID concernResponseId;

    /** Whether all that is new waits for that word; else only the steps that say so. */
    @Column(name = "concern_holds")
    boolean concernHolds;

    /** Of which critical rules it has heard, each once for each answer: the answer's id, a blank, the rule. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "concerns_heard")
    String[] concernsHeard = {};

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    /** How much has happened to it and its steps. */
    int events;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Enrollment() {}

    Enrollment(UUID id, UUID clientId, PublishedProgram program, LocalDate startsOn, Caller by, Instant at) {
        this.id = id;
        this.clientId = clientId;
        this.programPracticeId = program.owner();
        this.programKey = program.key();
        this.programVersion = program.version();
        this.beganOn = startsOn;
        this.startsOn = startsOn;
        this.madeBy = by.id();
        this.madeAt = at;
    }

    EnrollmentState state() {
        return EnrollmentState.of(state);
    }

    boolean isOver() {
        return endedAt != null;
    }

    /** Whether new steps may be given. */
    boolean goesOn() {
        return state() == EnrollmentState.ACTIVE;
    }

    void requireRunning() {
        if (isOver()) {
            throw ProblemException.conflict("enrollment-ended", "It has ended; enrol anew.");
        }
    }

    void requireNotPaused() {
        if (state() == EnrollmentState.PAUSED) {
            throw ProblemException.conflict("paused", "It is paused; let it go on first.");
        }
    }

    void pause(Caller caller, @Nullable String why, Instant now, LocalDate today) {
        state = EnrollmentState.PAUSED.code();
        pausedAt = now;
        pausedOn = today;
        pausedByClient = caller.isClient();
        pauseReason = why;
    }

    /** Goes on, or is held when an answer that came meanwhile needs a clinician. */
    void resume() {
        state = (concernHolds ? EnrollmentState.HELD : EnrollmentState.ACTIVE).code();
        pausedAt = null;
        pausedOn = null;
        pausedByClient = null;
        pauseReason = null;
    }

    /** False when of this answer each of these rules was heard before: a clinician's word on them stands when it is saved again. */
    boolean hears(UUID response, List<String> rules) {
        var heard = new LinkedHashSet<>(List.of(concernsHeard));
        if (!heard.addAll(rules.stream().map(rule -> response + " " + rule).toList())) {
            return false;
        }
        concernsHeard = heard.toArray(String[]::new);
        return true;
    }

    /** A critical answer waits for a word, and holds all of it or only some steps; a paused one stays paused, and is held when it goes on. */
    void concern(UUID response, Instant since, boolean holdsAll) {
        concernAt = concernAt == null ? since : concernAt;
        concernResponseId = response;
        concernHolds |= holdsAll;
        if (concernHolds && state() == EnrollmentState.ACTIVE) {
            state = EnrollmentState.HELD.code();
        }
    }

    void release() {
        concernAt = null;
        concernResponseId = null;
        concernHolds = false;
        if (state() == EnrollmentState.HELD) {
            state = EnrollmentState.ACTIVE.code();
        }
    }

    void end(EnrollmentState how, @Nullable String why, Instant now) {
        if (state() == EnrollmentState.PAUSED) {
            resume();
        }
        state = how.code();
        endedAt = now;
        endReason = why;
    }
}

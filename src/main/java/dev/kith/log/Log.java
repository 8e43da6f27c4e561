package dev.kith.log;

import dev.kith.exercise.PublishedExercise;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was noted of one exercise, done once. Complete is for good; what changes later is a new revision. */
@Entity
@Table(name = "log")
class Log extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "task_id", updatable = false)
    @Nullable
    UUID taskId;

    /** The log that was completed under the id that this one was sent to, where this one says something else. */
    @Column(name = "beside_id", updatable = false)
    @Nullable
    UUID besideId;

    @Column(name = "exercise_practice_id", updatable = false)
    UUID exercisePracticeId;

    @Column(name = "exercise_key", updatable = false)
    String exerciseKey;

    @Column(name = "exercise_version", updatable = false)
    int exerciseVersion;

    @Column(name = "rung_id")
    @Nullable
    UUID rungId;

    /** Whether its number counts as a try on a ladder; null where no number asks for that. */
    @Column(name = "rung_counted")
    @Nullable
    Boolean rungCounted;

    String state = LogState.IN_PROGRESS.code();

    int revision = 1;

    @Column(updatable = false)
    String author;

    /** Who wrote the words that stand there now. */
    @Column(name = "entered_by")
    UUID enteredBy;

    @JdbcTypeCode(SqlTypes.JSON)
    String before;

    @JdbcTypeCode(SqlTypes.JSON)
    String during;

    @JdbcTypeCode(SqlTypes.JSON)
    String after;

    /** By place: since when the choice of who may read it stands. */
    @Column(name = "sharing_said")
    @JdbcTypeCode(SqlTypes.JSON)
    String sharingSaid = "{}";

    /** By place: all that was said of who may read it, for what comes late. */
    @Column(name = "sharing_heard")
    @JdbcTypeCode(SqlTypes.JSON)
    String sharingHeard = "{}";

    @Column(name = "stop_rule_used")
    @Nullable
    Boolean stopRuleUsed;

    boolean late;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "authored_at")
    Instant authoredAt;

    @Column(name = "received_at", updatable = false)
    Instant receivedAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    @Column(name = "client_clock_ahead_ms")
    @Nullable
    Long clientClockAheadMs;

    @Column(name = "time_zone")
    @Nullable
    String timeZone;

    String language;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Log() {}

    @SuppressWarnings("NullAway") // the values follow at once
    Log(UUID id, UUID clientId, @Nullable UUID taskId, PublishedExercise exercise, LogAuthor author, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.taskId = taskId;
        this.exercisePracticeId = exercise.owner();
        this.exerciseKey = exercise.key();
        this.exerciseVersion = exercise.version();
        this.author = author.code();
        this.receivedAt = now;
        this.authoredAt = now;
    }

    /** One that says something else than the log under whose id it was sent. It is of no task, for that one is of it. */
    static Log beside(UUID id, Log stands, PublishedExercise exercise, Instant now) {
        var log = new Log(id, stands.clientId, null, exercise, LogAuthor.of(stands.author), now);
        log.besideId = stands.id;
        return log;
    }

    LogState state() {
        return LogState.of(state);
    }

    boolean isComplete() {
        return state() != LogState.IN_PROGRESS;
    }

    boolean isTheClients() {
        return author.equals(LogAuthor.CLIENT.code());
    }

    boolean saysStopRuleUsed() {
        return Boolean.TRUE.equals(stopRuleUsed);
    }

    /** Whether they may change the words in it: whose they are, and who wrote them down. */
    boolean isWrittenBy(Caller caller) {
        return enteredBy.equals(caller.id())
                || (caller.isClient() && isTheClients())
                || (caller.memberId() != null && !isTheClients());
    }

    /** Whose words they are, whoever typed them: what the client has taken back stays taken back. */
    boolean hasWordsOf(Caller caller) {
        return isTheClients() ? caller.isClient() : caller.memberId() != null;
    }

    /** What the sending says beside the values; what it leaves out stays as it was. */
    void sent(Caller caller, Sending sent, String shownIn, Instant now) {
        requireDraft();
        enteredBy = caller.id();
        language = shownIn;
        stopRuleUsed = sent.stopRuleUsed();
        rungId = sent.rung();
        startedAt = sent.startedAt() == null ? startedAt : sent.startedAt();
        timeZone = sent.timeZone() == null ? timeZone : sent.timeZone();
        var theirs = sent.clientTime();
        clientClockAheadMs = theirs == null
                ? clientClockAheadMs
                : Long.valueOf(Duration.between(now, theirs).toMillis());
    }

    /** Takes the place of what was there. */
    void say(ValuesJson.Spelled values) {
        before = values.before();
        during = values.during();
        after = values.after();
    }

    void complete(Instant authored, Instant now) {
        requireDraft();
        authoredAt = authored;
        completedAt = now;
        state = LogState.COMPLETED.code();
    }

    /** The next revision; what it replaces was kept before. */
    void correct(@Nullable Boolean stopped) {
        if (!isComplete()) {
            throw ProblemException.conflict("not-completed", "It is a draft: complete it.");
        }
        stopRuleUsed = stopped;
        state = LogState.CORRECTED.code();
        revision++;
    }

    private void requireDraft() {
        if (isComplete()) {
            throw ProblemException.conflict("already-completed", "It is completed; correct it instead.");
        }
    }
}

package dev.kith.response;

import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Sex;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Answers to one version about one client. Complete is for good; what changes later is a new revision. */
@Entity
@Table(name = "response")
class Response extends PracticeOwned {
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

    @Column(name = "task_id", updatable = false)
    @Nullable
    UUID taskId;

    /** The response that was completed under the id that this one was sent to, where this one says something else. */
    @Column(name = "beside_id", updatable = false)
    @Nullable
    UUID besideId;

    String state = ResponseState.IN_PROGRESS.code();

    int revision = 1;

    @Column(updatable = false)
    String author;

    @Column(name = "entered_by", updatable = false)
    UUID enteredBy;

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

    /** What was asked for, best first, whether or not the version has words in it; null where nothing was. */
    @Column(name = "wanted_languages")
    String @Nullable [] wantedLanguages;

    /** Canonical JSON: the same answers are the same text. */
    @JdbcTypeCode(SqlTypes.JSON)
    String answers;

    String[] flags = {};

    /** Under what circumstances it was scored, so that scoring it again gives the same; null where nothing was known. */
    @Nullable
    String sex;

    @Column(name = "age_years")
    @Nullable
    Integer ageYears;

    @Column(name = "took_seconds")
    @Nullable
    Integer tookSeconds;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Response() {}

    @SuppressWarnings("NullAway") // the answers follow at once
    Response(UUID id, UUID clientId, Published published, @Nullable UUID taskId, Origin origin) {
        this.id = id;
        this.clientId = clientId;
        this.questionnairePracticeId = published.owner();
        this.questionnaireKey = published.key();
        this.questionnaireVersion = published.version();
        this.taskId = taskId;
        this.author = origin.author().code();
        this.enteredBy = origin.enteredBy();
        this.startedAt = origin.startedAt();
        this.authoredAt = origin.authoredAt();
        this.receivedAt = origin.receivedAt();
        this.clientClockAheadMs = origin.clientClockAheadMs();
        this.timeZone = origin.timeZone();
        this.language = origin.language();
    }

    /** The app said by its own clock when the client began, and how far that clock is ahead of ours. */
    @Nullable
    Instant begunByOurClock() {
        return startedAt == null || clientClockAheadMs == null ? startedAt : startedAt.minusMillis(clientClockAheadMs);
    }

    ResponseState state() {
        return ResponseState.of(state);
    }

    boolean isComplete() {
        return state() != ResponseState.IN_PROGRESS;
    }

    void keep(Circumstances known) {
        sex = known.sex() == null ? null : known.sex().name().toLowerCase(Locale.ROOT);
        ageYears = known.ageYears();
        tookSeconds = known.took() == null ? null : (int) known.took().toSeconds();
    }

    Circumstances circumstances() {
        return new Circumstances(
                sex == null ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT)),
                ageYears,
                tookSeconds == null ? null : Duration.ofSeconds(tookSeconds));
    }

    /** It says something else than that one, under whose id it was sent; it is of no task, for that one is of it. */
    Response beside(Response stands) {
        besideId = stands.id;
        return this;
    }

    /** The questions may be shown in another language halfway: the last one counts. */
    Response goneOnIn(@Nullable String said) {
        language = said == null ? language : said;
        return this;
    }

    /** What the last sending that says so asks for; null says nothing. */
    Response wanting(String @Nullable [] said) {
        wantedLanguages = said == null ? wantedLanguages : said;
        return this;
    }

    /** Takes the place of the draft so far. */
    void draft(String canonicalAnswers) {
        if (isComplete()) {
            throw ProblemException.conflict("already-completed", "It is completed; amend it instead.");
        }
        answers = canonicalAnswers;
    }

    /** Authored when it is completed, unless whoever sent it said when. */
    void complete(String canonicalAnswers, List<String> shown, @Nullable Instant authored, Instant now) {
        draft(canonicalAnswers);
        authoredAt = authored == null ? now : authored;
        flags = shown.toArray(String[]::new);
        state = ResponseState.COMPLETED.code();
        completedAt = now;
    }

    /** The next revision; what it replaces was kept before. */
    void amend(String canonicalAnswers, List<String> shown) {
        if (state() != ResponseState.COMPLETED && state() != ResponseState.AMENDED) {
            throw ProblemException.conflict("not-completed", "Only what was completed is amended.");
        }
        answers = canonicalAnswers;
        flags = shown.toArray(String[]::new);
        state = ResponseState.AMENDED.code();
        revision++;
    }
}

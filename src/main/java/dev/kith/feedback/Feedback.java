package dev.kith.feedback;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message. What it says never changes; that it was read, or taken back before anybody read it, is written beside it. */
@Entity
@Table(name = "feedback")
class Feedback extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(name = "response_id", updatable = false)
    @Nullable
    UUID responseId;

    @Column(name = "log_id", updatable = false)
    @Nullable
    UUID logId;

    /** Null: the client wrote it. */
    @Column(name = "member_id", updatable = false)
    @Nullable
    UUID memberId;

    /** The name as it was when it was written: a message stays signed by whoever wrote it. */
    @Column(updatable = false)
    String signed;

    @Column(updatable = false)
    String text;

    @Column(name = "given_at", updatable = false)
    Instant givenAt;

    @Column(name = "read_at")
    @Nullable
    Instant readAt;

    @Column(name = "read_by")
    @Nullable
    UUID readBy;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Feedback() {}

    @SuppressWarnings("NullAway") // the wall fills in the practice
    Feedback(UUID id, UUID clientId, Subject about, Caller by, String text, Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.responseId = about.kind() == SubjectKind.RESPONSE ? about.id() : null;
        this.logId = about.kind() == SubjectKind.LOG ? about.id() : null;
        this.memberId = by.memberId();
        this.signed = by.displayName();
        this.text = text;
        this.givenAt = now;
    }

    Subject about() {
        return responseId != null
                ? new Subject(SubjectKind.RESPONSE, responseId)
                : new Subject(SubjectKind.LOG, Objects.requireNonNull(logId));
    }

    Side from() {
        return memberId == null ? Side.CLIENT : Side.CARE_TEAM;
    }

    /** Says that the other side read it. False when it was read before: the first to read it stays named. */
    boolean read(Caller by, Instant now) {
        if (by.isClient() == (from() == Side.CLIENT)) {
            throw ProblemException.conflict("from-your-side", "Only the other side says that it was read.");
        }
        if (withdrawnAt != null) {
            throw ProblemException.conflict("withdrawn", "It was taken back.");
        }
        if (readAt != null) {
            return false;
        }
        readAt = now;
        readBy = by.isClient() ? by.clientId() : by.memberId();
        return true;
    }

    /** Takes it back. False when it was before. */
    boolean withdraw(Caller by, Instant now) {
        if (by.isClient() ? memberId != null : !Objects.equals(memberId, by.memberId())) {
            throw ProblemException.conflict("not-your-words", "Only whoever wrote it takes it back.");
        }
        if (withdrawnAt != null) {
            return false;
        }
        if (readAt != null) {
            throw ProblemException.conflict("already-read", "It was read; say what you mean in another one.");
        }
        withdrawnAt = now;
        return true;
    }
}

package dev.kith.alert;

import dev.kith.escalation.Pace;
import dev.kith.escalation.Rung;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open, acknowledged, resolved; open again only by new evidence, or when who acknowledged it left; never gone. What stands here is how it is now: each step
 * that led here stays in its history.
 */
@Entity
@Table(name = "alert")
class Alert extends PracticeOwned {
    static final String OPEN = "open";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String RESOLVED = "resolved";

    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    UUID clientId;

    @Column(updatable = false)
    String kind;

    @Column(updatable = false)
    String severity;

    @Column(updatable = false)
    String rule;

    @Column(name = "about_id", updatable = false)
    UUID aboutId;

    @Column(updatable = false)
    String occasion;

    @Column(updatable = false)
    @Nullable
    String questionnaire;

    @Column(name = "questionnaire_version", updatable = false)
    @Nullable
    Integer questionnaireVersion;

    @Column(name = "link_id", updatable = false)
    @Nullable
    String linkId;

    @Column(name = "thread_id", updatable = false)
    UUID threadId;

    @Column(name = "follows_id", updatable = false)
    @Nullable
    UUID followsId;

    @Column(name = "raised_at", updatable = false)
    Instant raisedAt;

    int revision;

    /** What it fired on when that was last new; null where nobody can say. */
    @Nullable
    String evidence;

    String state;

    @Column(name = "owner_id")
    @Nullable
    UUID ownerId;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "next_step_at")
    @Nullable
    Instant nextStepAt;

    String rung;

    short repeats;

    int escalations;

    int steps;

    @Column(name = "told_since")
    int toldSince;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    @Nullable
    UUID acknowledgedBy;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Column(name = "resolved_by")
    @Nullable
    UUID resolvedBy;

    @Nullable
    String action;

    @Nullable
    String note;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Alert() {}

    /** Whether this is not what it fired on before: a higher revision or, where there is none yet, other answers. */
    boolean isNew(NewAlert said) {
        var now = said.evidence();
        if (said.revision() > 0 || now == null) {
            return said.revision() > revision;
        }
        return now.anew() || (evidence != null && !evidence.equals(now.mark()));
    }

    /** Whether it fired on other answers than were seen last, or on answers that its draft did not give; where nobody can say, it did. */
    boolean isOther(NewAlert said) {
        var now = said.evidence();
        return now == null || now.anew() || !now.mark().equals(evidence);
    }

    /** From now on it is what was seen last. */
    void sees(NewAlert said) {
        var now = said.evidence();
        revision = Math.max(revision, said.revision());
        evidence = now == null ? evidence : now.mark();
    }

    boolean isResolved() {
        return state.equals(RESOLVED);
    }

    /**
     * Says "I have seen it and look after it": who says so becomes its owner. A second time changes nothing: the first to see it
     * stays named.
     *
     * @return whether this was the first time
     */
    boolean acknowledge(UUID by, @Nullable UUID member, Pace pace, Instant now) {
        if (acknowledgedAt != null) {
            return false;
        }
        acknowledgedAt = now;
        acknowledgedBy = by;
        ownerId = member == null ? ownerId : member;
        if (state.equals(OPEN)) {
            state = ACKNOWLEDGED;
            dueAt = pace.resolveBy(now);
            nextStepAt = dueAt;
        }
        return true;
    }

    /**
     * Says what was done. Resolving what nobody acknowledged acknowledges it too.
     *
     * @return whether this was the first time
     */
    boolean resolve(UUID by, AlertAction what, @Nullable String words, Pace pace, Instant now) {
        if (isResolved()) {
            if (!what.code().equals(action) || words != null && !words.equals(note)) {
                throw ProblemException.conflict("alert-resolved", "It was resolved with another action or note.");
            }
            return false;
        }
        acknowledge(by, null, pace, now);
        state = RESOLVED;
        resolvedAt = now;
        resolvedBy = by;
        action = what.code();
        note = words;
        dueAt = null;
        nextStepAt = null;
        return true;
    }

    /** What was resolved begins anew: nobody has seen the new evidence yet. */
    void reopen(@Nullable UUID owner, Pace pace, Instant now) {
        state = OPEN;
        acknowledgedAt = null;
        acknowledgedBy = null;
        resolvedAt = null;
        resolvedBy = null;
        action = null;
        note = null;
        ownerId = owner;
        dueAt = pace.acknowledgeBy(now);
        nextStepAt = dueAt;
        rung = Rung.OWNER.code();
        repeats = 0;
        toldSince = steps + 1;
    }
}

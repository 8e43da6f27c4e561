package dev.kith.alert;

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

/** Open, acknowledged, resolved; never back, and never gone. */
@Entity
@Table(name = "alert")
class Alert extends PracticeOwned {
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
    @Nullable
    String questionnaire;

    @Column(name = "questionnaire_version", updatable = false)
    @Nullable
    Integer questionnaireVersion;

    @Column(name = "link_id", updatable = false)
    @Nullable
    String linkId;

    String state;

    @Column(name = "raised_at", updatable = false)
    Instant raisedAt;

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

    /** Says "I have seen it". A second time changes nothing: the first to see it stays named. */
    void acknowledge(UUID by, Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
            acknowledgedBy = by;
            if (state.equals("open")) {
                state = "acknowledged";
            }
        }
    }

    /** Says what was done. Resolving what nobody acknowledged acknowledges it too. */
    void resolve(UUID by, String what, @Nullable String words, Instant now) {
        if (state.equals("resolved")) {
            if (!what.equals(action)) {
                throw ProblemException.conflict("alert-resolved", "It was resolved with another action.");
            }
            return;
        }
        acknowledge(by, now);
        state = "resolved";
        resolvedAt = now;
        resolvedBy = by;
        action = what;
        note = words;
    }
}

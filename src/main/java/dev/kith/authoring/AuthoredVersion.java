package dev.kith.authoring;

import dev.kith.content.ChangeKind;
import dev.kith.content.VersionView;
import dev.kith.definition.ReadDefinition;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a questionnaire that the practice wrote itself. A draft changes; what is published only ever retires. */
@Entity
@Table(name = "questionnaire_version")
class AuthoredVersion extends PracticeOwned {
    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    static final String RETIRED = "retired";

    @Id
    UUID id;

    @Column(name = "key", updatable = false)
    String questionnaire;

    @Column(name = "version", updatable = false)
    int number;

    String state = DRAFT;

    String title;

    /** Canonical JSON when written; in the database's spelling when read. */
    @JdbcTypeCode(SqlTypes.JSON)
    String definition;

    String checksum;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "edited_by")
    UUID editedBy;

    @Column(name = "edited_at")
    Instant editedAt;

    @Nullable
    String change;

    @Column(name = "published_by")
    @Nullable
    UUID publishedBy;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    @Column(name = "retired_by")
    @Nullable
    UUID retiredBy;

    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    @Column(name = "retire_reason")
    @Nullable
    String retireReason;

    @Version
    int revision;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected AuthoredVersion() {}

    @SuppressWarnings("NullAway") // the definition follows at once
    AuthoredVersion(UUID id, ReadDefinition read, UUID by, Instant at) {
        this.id = id;
        this.questionnaire = read.definition().key();
        this.number = read.definition().version();
        this.createdAt = at;
        write(read, by, at);
    }

    /** False when it says the same as before: then nobody edited anything. */
    boolean edit(ReadDefinition read, UUID by, Instant at) {
        requireDraft();
        if (read.checksum().equals(checksum)) {
            return false;
        }
        write(read, by, at);
        return true;
    }

    private void write(ReadDefinition read, UUID by, Instant at) {
        var words = read.definition().title().byLanguage();
        title = words.getOrDefault(read.definition().languages().get(0), questionnaire);
        definition = read.json();
        checksum = read.checksum();
        editedBy = by;
        editedAt = at;
    }

    void publish(ChangeKind kind, UUID by, Instant at) {
        requireDraft();
        state = PUBLISHED;
        change = kind.code();
        publishedBy = by;
        publishedAt = at;
    }

    /** False when it was retired before: the first reason stays. */
    boolean retire(@Nullable String why, UUID by, Instant at) {
        if (state.equals(DRAFT)) {
            throw ProblemException.conflict("not-published", "It is a draft: delete it.");
        }
        if (state.equals(RETIRED)) {
            return false;
        }
        state = RETIRED;
        retireReason = why;
        retiredBy = by;
        retiredAt = at;
        return true;
    }

    void requireDraft() {
        if (!state.equals(DRAFT)) {
            throw ProblemException.conflict("published", "What was published stays as it is; draft its next version.");
        }
    }

    VersionView view() {
        return new VersionView(
                id,
                questionnaire,
                number,
                state,
                title,
                change,
                checksum,
                createdAt,
                editedBy,
                editedAt,
                publishedBy,
                publishedAt,
                retiredBy,
                retiredAt,
                retireReason,
                revision);
    }
}

package dev.kith.formulation;

import dev.kith.formulation.OriginsParts.WordsSharing;
import dev.kith.formulation.OriginsView.OriginsWordsView;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a client said of their origins from one save to the next; only ever added. The last one is their entry. */
@Entity
@Table(name = "origins_revision")
class OriginsRevision extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "client_id", updatable = false)
    private UUID clientId;

    @Column(updatable = false)
    int revision;

    @Column(updatable = false)
    private int checklist;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private OriginsParts content;

    /** Since when these words stand, shared so; null without words. */
    @Column(name = "words_since", updatable = false)
    private @Nullable Instant wordsSince;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected OriginsRevision() {}

    /** The first, with nothing before it, or the next. */
    OriginsRevision(
            UUID id,
            UUID clientId,
            @Nullable OriginsRevision before,
            int checklist,
            OriginsParts content,
            Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.revision = before == null ? 1 : before.revision + 1;
        this.checklist = checklist;
        this.content = content;
        var words = content.words();
        if (words != null) {
            this.wordsSince = before != null && words.equals(before.content.words()) ? before.wordsSince : now;
        }
        this.writtenAt = now;
    }

    OriginsParts parts() {
        return content;
    }

    /** Who may read its words; null without words. */
    @Nullable
    WordsSharing sharing() {
        var words = content.words();
        return words == null ? null : words.chosen();
    }

    @Nullable
    Instant wordsSince() {
        return wordsSince;
    }

    /** As the client reads it. */
    OriginsView view() {
        var words = content.words();
        return view(words == null ? null : new OriginsWordsView(words.text(), words.chosen()));
    }

    /** As somebody reads it who may not read its words: that there are some, and how they are shared. */
    OriginsView withoutWords() {
        var sharing = sharing();
        return view(sharing == null ? null : new OriginsWordsView(null, sharing));
    }

    private OriginsView view(@Nullable OriginsWordsView words) {
        return new OriginsView(clientId, revision, checklist, content.tags(), words, writtenAt);
    }
}

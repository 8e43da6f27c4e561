package dev.kith.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.audit.Audit;
import dev.kith.definition.Review;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.json.MergePatch;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What authors can do with drafts of their practice, of any kind: one of each key at a time. */
@ApplicationScoped
@Transactional
public class VersionDrafting {
    /** Of one kind in one practice. */
    private static final int MOST_VERSIONS = 1_000;

    @Inject
    VersionBook book;

    @Inject
    VersionRows rows;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    /**
     * A definition as it is kept, and which version of it this is.
     *
     * @param tag changes whenever the definition does
     */
    public record Found(ObjectNode json, String tag) {}

    /** Begins one of the practice's own. */
    public VersionView create(Caller caller, VersionKind kind, ObjectNode written) {
        var key = DraftCheck.key(written);
        turns.take(caller, kind.word() + " " + key);
        if (kind.catalogue().isShipped(key) || book.newest(caller, kind, key).isPresent()) {
            throw ProblemException.conflict("key-taken", "There is another with the key " + key + " already.");
        }
        return keep(caller, kind, DraftCheck.read(kind, written, key, 1));
    }

    /** Begins the next version from one that was published: the newest when none is named. */
    public VersionView next(Caller caller, VersionKind kind, String key, @Nullable Integer from) {
        turns.take(caller, kind.word() + " " + key);
        var newest = book.newest(caller, kind, key)
                .orElseThrow(
                        () -> kind.catalogue().isShipped(key) ? VersionBook.shipped() : ProblemException.notFound());
        if (newest.isDraft()) {
            throw ProblemException.conflict("draft-exists", "Version " + newest.version() + " is a draft already.");
        }
        var source = from == null || from == newest.version()
                ? newest
                : rows.find(kind.table(), caller.practice(), key, from)
                        .orElseThrow(() -> ProblemException.invalid(
                                "/from", "unknown-version", "No published version has this number."));
        var number = newest.version() + 1;
        return keep(caller, kind, DraftCheck.read(kind, tree(source).put("version", number), key, number));
    }

    /** A copy under a key of one's own, of whatever the caller may see. A short name of the library stays with it. */
    public VersionView copy(Caller caller, VersionKind kind, String key, int version, String newKey) {
        var copy = tree(stored(caller, kind, key, version)).put("key", newKey).put("version", 1);
        copy.remove("code");
        return create(caller, kind, copy);
    }

    /** 404 when it is not there for this caller: drafts are for authors. */
    public Found find(Caller caller, VersionKind kind, String key, int version) {
        var row = stored(caller, kind, key, version);
        return new Found(tree(row), row.tag());
    }

    /** What stands against publishing it. */
    public Review<?> review(Caller caller, VersionKind kind, String key, int version) {
        return kind.review(tree(stored(caller, kind, key, version)));
    }

    public VersionView replace(
            Caller caller, VersionKind kind, String key, int version, ObjectNode written, @Nullable String ifMatch) {
        var draft = draft(caller, kind, key, version, ifMatch);
        return edited(caller, kind, draft, DraftCheck.read(kind, written, key, version));
    }

    public VersionView patch(
            Caller caller, VersionKind kind, String key, int version, ObjectNode patch, @Nullable String ifMatch) {
        var draft = draft(caller, kind, key, version, ifMatch);
        var patched = MergePatch.apply(tree(draft), patch);
        return edited(caller, kind, draft, DraftCheck.read(kind, patched, key, version));
    }

    public void delete(Caller caller, VersionKind kind, String key, int version, @Nullable String ifMatch) {
        var draft = draft(caller, kind, key, version, ifMatch);
        book.delete(kind, draft);
        tell(caller, kind, draft, "draft-deleted");
    }

    private StoredVersion draft(Caller caller, VersionKind kind, String key, int version, @Nullable String ifMatch) {
        var draft = book.takeDraft(caller, kind, key, version);
        Etags.requireTag(DefinitionTag.plain(ifMatch), draft.tag());
        return draft;
    }

    /** The same again is no edit. */
    private VersionView edited(Caller caller, VersionKind kind, StoredVersion draft, DraftCheck.Kept kept) {
        if (kept.checksum().equals(draft.checksum())) {
            return VersionView.of(draft);
        }
        var edited = book.edit(caller, kind, draft, kept);
        tell(caller, kind, edited, "draft-changed");
        return VersionView.of(edited);
    }

    private VersionView keep(Caller caller, VersionKind kind, DraftCheck.Kept kept) {
        if (book.count(caller, kind) >= MOST_VERSIONS) {
            throw ProblemException.conflict("too-many", "A practice keeps at most " + MOST_VERSIONS + " versions.");
        }
        var draft = book.add(caller, kind, kept);
        tell(caller, kind, draft, "draft-created");
        return VersionView.of(draft);
    }

    private void tell(Caller caller, VersionKind kind, StoredVersion draft, String what) {
        var word = kind.word();
        outbox.put(word + "." + what, draft.id(), null, Map.of(word, draft.key(), "version", draft.version()));
        audit.wrote(caller, word + "." + what, word + "-version", draft.id(), null);
    }

    private StoredVersion stored(Caller caller, VersionKind kind, String key, int version) {
        var published = kind.catalogue().find(key, version);
        var owner = published.isPresent() ? published.get().owner() : caller.practice();
        return rows.find(kind.table(), owner, key, version)
                .filter(row -> !row.isDraft() || VersionCatalogue.isAuthor(caller))
                .orElseThrow(ProblemException::notFound);
    }

    private ObjectNode tree(StoredVersion row) {
        try {
            return json.readValue(row.json(), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}

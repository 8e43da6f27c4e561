package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Definitions;
import dev.kith.definition.VersionDiff;
import dev.kith.outbox.Outbox;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a draft of any kind becomes a version that never changes, and how a version goes out of use. */
@ApplicationScoped
@Transactional
public class VersionPublishing {
    /** What may differ when only words do: more languages are more words. */
    private static final Set<String> NOT_MEANING = Set.of("version", "languages");

    @Inject
    VersionBook book;

    @Inject
    VersionRows rows;

    @Inject
    PracticeDirectory practice;

    @Inject
    Broadcast broadcast;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    /** The draft is held from here on: of any number of twins one publishes, the others find it published. */
    public VersionView publish(Caller caller, VersionKind kind, String key, int version, PublishVersion request) {
        var draft = book.takeDraft(caller, kind, key, version);
        if (request.revision() != null && request.revision() != draft.revision()) {
            throw ProblemException.conflict("draft-changed", "Somebody edited it since you read it; read it again.");
        }
        if (practice.current().fourEyes() && caller.id().equals(draft.editedBy())) {
            throw ProblemException.conflict(
                    "four-eyes", "You edited it last; the practice wants somebody else to publish it.");
        }
        var reviewed = kind.review(tree(draft));
        if (!reviewed.publishable()) {
            throw ProblemException.invalid(DraftCheck.told(reviewed.faults()));
        }
        var change = change(caller, kind, draft, request.change());
        var published = book.publish(caller, kind, draft, change);
        return changed(caller, kind, published, "published", Map.of("change", change.code()));
    }

    /** An own first version begins a series; after that the author says what changed, and words are held to it. */
    private ChangeKind change(Caller caller, VersionKind kind, StoredVersion draft, @Nullable ChangeKind said) {
        var before = predecessor(caller, kind, draft);
        if (before.isEmpty()) {
            if (said == ChangeKind.EDITORIAL) {
                throw ProblemException.invalid("/change", "nothing-before", "The first version edits no other.");
            }
            return ChangeKind.SUBSTANTIVE;
        }
        if (said == null) {
            throw ProblemException.invalid("/change", "missing", "Say how it changes what was published before.");
        }
        var more = beyondWords(kind, tree(before.get()), tree(draft));
        if (said == ChangeKind.EDITORIAL && !more.isEmpty()) {
            throw ProblemException.invalid(
                    "/change",
                    "not-editorial",
                    "It is substantive, against version " + before.get().version() + ": it changes "
                            + String.join(", ", more) + ".");
        }
        return said;
    }

    /** Names of fields that differ in more than words. */
    private static List<String> beyondWords(VersionKind kind, JsonNode before, JsonNode now) {
        var from = DefinitionTexts.wordless(before, kind.texts());
        var to = DefinitionTexts.wordless(now, kind.texts());
        return VersionDiff.differing(from, to).stream()
                .filter(field -> !NOT_MEANING.contains(field))
                .sorted()
                .toList();
    }

    private Optional<StoredVersion> predecessor(Caller caller, VersionKind kind, StoredVersion draft) {
        return kind.catalogue().versionsOf(draft.key()).stream()
                .filter(one -> one.version() < draft.version())
                .findFirst()
                .flatMap(one -> rows.find(kind.table(), caller.practice(), one.key(), one.version()));
    }

    /** What was assigned and done stays; nobody is given it any more. The same again changes nothing. */
    public VersionView retire(Caller caller, VersionKind kind, String key, int version, RetireVersion request) {
        var taken = book.take(caller, kind, key, version);
        return switch (taken.state()) {
            case DRAFT -> throw ProblemException.conflict("not-published", "It is a draft: delete it.");
            case RETIRED -> VersionView.of(taken); // the first reason stays
            case PUBLISHED ->
                changed(caller, kind, book.retire(caller, kind, taken, request.reason()), "retired", Map.of());
        };
    }

    private VersionView changed(
            Caller caller, VersionKind kind, StoredVersion version, String what, Map<String, Object> more) {
        var word = kind.word();
        var payload = new HashMap<String, Object>(more);
        payload.put(word, version.key());
        payload.put("version", version.version());
        outbox.put(word + "." + what, version.id(), null, payload);
        audit.wrote(caller, word + "." + what, word + "-version", version.id(), null);
        broadcast.tell(kind.catalogue().topic(), caller.practice());
        return VersionView.of(version);
    }

    private static JsonNode tree(StoredVersion row) {
        return Definitions.parseJson(row.json());
    }
}

package dev.kith.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.audit.Audit;
import dev.kith.content.DefinitionTag;
import dev.kith.content.DraftCheck;
import dev.kith.content.VersionView;
import dev.kith.definition.ReadDefinition;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.json.MergePatch;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What authors can do with drafts of their practice: one of each questionnaire at a time. */
@ApplicationScoped
@Transactional
class Drafting {
    /** Of one practice, all together. */
    private static final int MOST_VERSIONS = 1_000;

    @Inject
    AuthoredVersions versions;

    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    @Inject
    ObjectMapper json;

    /** Begins a questionnaire of the practice's own. */
    VersionView create(Caller caller, ObjectNode written) {
        var key = DraftCheck.key(written);
        turns.take(caller, "questionnaire " + key);
        if (catalogue.isShipped(key) || versions.newest(key).isPresent()) {
            throw ProblemException.conflict("key-taken", "There is a questionnaire with the key " + key + " already.");
        }
        return keep(caller, ReadDraft.of(written, key, 1));
    }

    /** Begins the next version from one that was published: the newest when none is named. */
    VersionView next(Caller caller, String key, @Nullable Integer from) {
        turns.take(caller, "questionnaire " + key);
        var newest = versions.newest(key)
                .orElseThrow(() -> catalogue.isShipped(key) ? AuthoredVersions.shipped() : ProblemException.notFound());
        if (newest.state.equals(AuthoredVersion.DRAFT)) {
            throw ProblemException.conflict("draft-exists", "Version " + newest.number + " is a draft already.");
        }
        var source = from == null || from == newest.number ? newest : published(key, from);
        var number = newest.number + 1;
        return keep(caller, ReadDraft.of(tree(source.definition).put("version", number), key, number));
    }

    private AuthoredVersion published(String key, int number) {
        return versions.find("questionnaire = ?1 and number = ?2", key, number)
                .firstResultOptional()
                .orElseThrow(() ->
                        ProblemException.invalid("/from", "unknown-version", "No published version has this number."));
    }

    VersionView replace(Caller caller, String key, int number, ObjectNode written, @Nullable String ifMatch) {
        var draft = draft(key, number, ifMatch);
        return edited(caller, draft, ReadDraft.of(written, key, number));
    }

    VersionView patch(Caller caller, String key, int number, ObjectNode patch, @Nullable String ifMatch) {
        var draft = draft(key, number, ifMatch);
        var patched = MergePatch.apply(tree(draft.definition), patch);
        return edited(caller, draft, ReadDraft.of(patched, key, number));
    }

    void delete(Caller caller, String key, int number, @Nullable String ifMatch) {
        var draft = draft(key, number, ifMatch);
        versions.delete(draft);
        tell(caller, draft, "questionnaire.draft-deleted");
    }

    private AuthoredVersion draft(String key, int number, @Nullable String ifMatch) {
        var draft = versions.take(key, number);
        draft.requireDraft();
        Etags.require(DefinitionTag.plain(ifMatch), draft.revision);
        return draft;
    }

    private VersionView edited(Caller caller, AuthoredVersion draft, ReadDefinition read) {
        if (draft.edit(read, caller.id(), clock.instant())) {
            versions.flush(); // the new revision is known before the reply is built
            tell(caller, draft, "questionnaire.draft-changed");
        }
        return draft.view();
    }

    VersionView keep(Caller caller, ReadDefinition read) {
        if (versions.count() >= MOST_VERSIONS) {
            throw ProblemException.conflict("too-many", "A practice keeps at most " + MOST_VERSIONS + " versions.");
        }
        var draft = new AuthoredVersion(Ids.next(), read, caller.id(), clock.instant());
        versions.persistAndFlush(draft);
        tell(caller, draft, "questionnaire.draft-created");
        return draft.view();
    }

    private void tell(Caller caller, AuthoredVersion draft, String what) {
        outbox.put(what, draft.id, null, Map.of("questionnaire", draft.questionnaire, "version", draft.number));
        audit.wrote(caller, what, "questionnaire-version", draft.id, null);
    }

    private ObjectNode tree(String definition) {
        try {
            return json.readValue(definition, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}

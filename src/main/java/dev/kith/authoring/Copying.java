package dev.kith.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.VersionView;
import dev.kith.definition.Definition;
import dev.kith.definition.Definitions;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published.State;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.Reading;
import dev.kith.questionnaire.StoredVersions;
import dev.kith.questionnaire.StoredVersions.Stored;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Definitions as they are written down, of every version that a caller may see; and copies of them under another key. */
@ApplicationScoped
@Transactional
class Copying {
    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    StoredVersions stored;

    @Inject
    Drafting drafting;

    @Inject
    ObjectMapper json;

    /**
     * A definition and which version of it this is.
     *
     * @param tag changes whenever the definition does
     */
    record Found(Definition definition, ObjectNode json, String tag) {}

    /** 404 when it is not there for this caller: drafts are for authors. */
    Found find(Caller caller, String key, int version) {
        var row = stored(caller, key, version);
        var tag = row.state() == State.DRAFT
                ? Integer.toString(row.revision())
                : row.checksum().substring(0, 16);
        return new Found(Definitions.readJson(row.json()).definition(), tree(row), tag);
    }

    /** A draft of the practice's own, where the licence lets it be changed. */
    VersionView copy(Caller caller, String key, int version, String newKey) {
        var row = stored(caller, key, version);
        var licence = Definitions.readJson(row.json()).definition().passport().licence();
        if (!licence.modificationAllowed()) {
            throw ProblemException.conflict(
                    "licence-forbids",
                    "Its licence (" + licence.code() + ", " + licence.holder() + ") allows no modification.");
        }
        return drafting.create(caller, LinkIds.under(newKey, tree(row)));
    }

    private Stored stored(Caller caller, String key, int version) {
        var published = catalogue.find(key, version);
        var owner = published.isPresent() ? published.get().owner() : caller.practice();
        return stored.find(owner, key, version)
                .filter(row -> row.state() != State.DRAFT || Reading.isAuthor(caller))
                .orElseThrow(ProblemException::notFound);
    }

    private ObjectNode tree(Stored row) {
        try {
            return json.readValue(row.json(), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}

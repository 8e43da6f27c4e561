package dev.kith.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.content.ChangeKind;
import dev.kith.content.DraftCheck;
import dev.kith.content.PublishVersion;
import dev.kith.content.RetireVersion;
import dev.kith.content.VersionView;
import dev.kith.definition.DefinitionReview;
import dev.kith.definition.VersionDiff;
import dev.kith.outbox.Outbox;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.Reading;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a draft becomes a version that never changes, and how a version goes out of use. */
@ApplicationScoped
@Transactional
class Publishing {
    @Inject
    AuthoredVersions versions;

    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    Reading reading;

    @Inject
    PracticeDirectory practice;

    @Inject
    Broadcast broadcast;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    @Inject
    ObjectMapper json;

    /** The draft is held from here on: of any number of twins one publishes, the others find it published. */
    VersionView publish(Caller caller, String key, int number, PublishVersion request) {
        var draft = versions.take(key, number);
        draft.requireDraft();
        if (request.revision() != null && request.revision() != draft.revision) {
            throw ProblemException.conflict("draft-changed", "Somebody edited it since you read it; read it again.");
        }
        if (practice.current().fourEyes() && caller.id().equals(draft.editedBy)) {
            throw ProblemException.conflict(
                    "four-eyes", "You edited it last; the practice wants somebody else to publish it.");
        }
        var reviewed = DefinitionReview.of(tree(draft.definition));
        if (!reviewed.publishable()) {
            throw ProblemException.invalid(DraftCheck.told(reviewed.faults()));
        }
        draft.publish(kind(caller, draft, request.change()), caller.id(), clock.instant());
        return changed(caller, draft, "questionnaire.published", Map.of("change", String.valueOf(draft.change)));
    }

    /** An own first version begins a series; after that the author says what changed, and words are held to it. */
    private ChangeKind kind(Caller caller, AuthoredVersion draft, @Nullable ChangeKind said) {
        var before = predecessor(draft);
        if (before.isEmpty()) {
            if (said == ChangeKind.EDITORIAL) {
                throw ProblemException.invalid("/change", "nothing-before", "The first version edits no other.");
            }
            return ChangeKind.SUBSTANTIVE;
        }
        if (said == null) {
            throw ProblemException.invalid("/change", "missing", "Say how it changes what was published before.");
        }
        var now = reading.require(caller, draft.questionnaire, draft.number);
        if (said == ChangeKind.EDITORIAL && !now.scoresAs(before.get())) {
            throw ProblemException.invalid("/change", "not-editorial", whatDiffers(before.get(), now));
        }
        return said;
    }

    private static String whatDiffers(Published before, Published now) {
        var reasons = VersionDiff.of(before.written(), now.written()).verdicts().stream()
                .flatMap(verdict -> verdict.reasons().stream())
                .distinct()
                .toList();
        return "It is substantive, against version " + before.version() + ": "
                + (reasons.isEmpty()
                        ? "it asks otherwise, or its rules look at other answers"
                        : String.join("; ", reasons))
                + ".";
    }

    private Optional<Published> predecessor(AuthoredVersion draft) {
        return catalogue.versionsOf(draft.questionnaire).stream()
                .filter(one -> one.version() < draft.number)
                .findFirst();
    }

    /** What was assigned and answered stays; nobody is given it any more. The same again changes nothing. */
    VersionView retire(Caller caller, String key, int number, RetireVersion request) {
        var version = versions.take(key, number);
        return version.retire(request.reason(), caller.id(), clock.instant())
                ? changed(caller, version, "questionnaire.retired", Map.of())
                : version.view();
    }

    private VersionView changed(Caller caller, AuthoredVersion version, String what, Map<String, Object> more) {
        versions.flush(); // the new revision is known before the reply is built
        var payload = new java.util.HashMap<String, Object>(more);
        payload.put("questionnaire", version.questionnaire);
        payload.put("version", version.number);
        outbox.put(what, version.id, null, payload);
        audit.wrote(caller, what, "questionnaire-version", version.id, null);
        broadcast.tell(QuestionnaireCatalogue.TOPIC, caller.practice());
        return version.view();
    }

    private JsonNode tree(String definition) {
        try {
            return json.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is not JSON", e);
        }
    }
}

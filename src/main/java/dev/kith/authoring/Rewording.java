package dev.kith.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.content.DraftCheck;
import dev.kith.content.VersionRewording;
import dev.kith.content.VersionRewording.Place;
import dev.kith.definition.ReadWording;
import dev.kith.definition.Wording;
import dev.kith.definition.Wordings;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.StoredVersions;
import dev.kith.questionnaire.StoredWordings;
import dev.kith.questionnaire.StoredWordings.Attached;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a practice lays words over a published version, the library's or its own. No score can change by it. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Rewording {
    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    StoredVersions versions;

    @Inject
    StoredWordings wordings;

    @Inject
    Turns turns;

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

    /** What a PUT did. */
    record Put(AttachedWording view, boolean created) {}

    List<AttachedWording> list(Caller caller, String key, int version) {
        return wordings.over(caller.practice(), catalogue.require(key, version)).stream()
                .map(this::view)
                .toList();
    }

    AttachedWording read(Caller caller, String key, int version, String language) {
        return wordings.find(caller.practice(), catalogue.require(key, version), language)
                .map(this::view)
                .orElseThrow(ProblemException::notFound);
    }

    /** A new one, or the next revision of the one that was read; the same again changes nothing. */
    Put put(Caller caller, Place place, ObjectNode written, @Nullable String ifMatch, @Nullable String ifNoneMatch)
            throws SQLException {
        var published = taken(caller, place);
        var now = wordings.find(caller.practice(), published, place.language());
        Etags.requireToPut(now.map(Attached::revision).orElse(null), ifMatch, ifNoneMatch);
        var read = reviewed(published, place, written);
        if (now.isPresent() && now.get().read().checksum().equals(read.checksum())) {
            return new Put(view(now.get()), false);
        }
        if (VersionRewording.isMore(
                read.json(), now.map(one -> one.read().json()).orElse(null))) {
            VersionRewording.requireRoom(
                    read.json(), wordings.weightBeside(caller.practice(), published, place.language()));
        }
        var revision = add(caller, published, place.language(), read, "questionnaire.wording-attached");
        return new Put(view(new Attached(read, revision)), now.isEmpty());
    }

    /** Nobody is shown it any more; it stays on record for what was answered in it. */
    void withdraw(Caller caller, Place place, @Nullable String ifMatch) throws SQLException {
        var published = taken(caller, place);
        var now = wordings.find(caller.practice(), published, place.language()).orElseThrow(ProblemException::notFound);
        Etags.require(ifMatch, now.revision());
        add(caller, published, place.language(), null, "questionnaire.wording-withdrawn");
    }

    private Published taken(Caller caller, Place place) {
        var published = catalogue.require(place.key(), place.version());
        turns.take(caller, "wordings"); // of all questionnaires, for they are counted
        return published;
    }

    private ReadWording reviewed(Published published, Place place, ObjectNode written) {
        var official = published.wordings().get(place.language());
        if (official != null && official.wording().status() == Wording.Status.OFFICIAL) {
            throw ProblemException.conflict(
                    "official-wording", "The official words in this language are there already.");
        }
        var named = DraftCheck.named(written, "questionnaire", place.key(), place.version(), place.language());
        DraftCheck.fill(named, "status", named.textNode("practice"));
        var reviewed = Wordings.review(named, published.written());
        if (!reviewed.usable()) {
            throw ProblemException.invalid(DraftCheck.told(reviewed.faults()));
        }
        var read = Wordings.readJson(named.toString());
        requireTranslatable(published, read);
        return read;
    }

    /** Where the licence allows no translation, the practice says by what other right it has one. */
    private static void requireTranslatable(Published published, ReadWording read) {
        var licence = published.written().passport().licence();
        if (!licence.translationAllowed() && read.wording().licenceNote() == null) {
            throw ProblemException.conflict(
                    "licence-forbids",
                    "Its licence (" + licence.code() + ", " + licence.holder()
                            + ") allows no translation; a licence note says by what right you have one.");
        }
    }

    private int add(Caller caller, Published published, String language, @Nullable ReadWording words, String what)
            throws SQLException {
        var revision = wordings.add(published, language, words, caller.id(), clock.instant());
        var id = versions.find(published.owner(), published.key(), published.version())
                .orElseThrow()
                .id();
        outbox.put(
                what,
                id,
                null,
                Map.of("questionnaire", published.key(), "version", published.version(), "language", language));
        audit.wrote(caller, what, "questionnaire-version", id, null);
        broadcast.tell(QuestionnaireCatalogue.TOPIC, caller.practice());
        return revision;
    }

    private AttachedWording view(Attached attached) {
        try {
            return AttachedWording.of(attached, json.readTree(attached.read().json()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored wording is not JSON", e);
        }
    }
}

package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.Definitions;
import dev.kith.definition.WordsOverlay;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a practice lays words in one more language over a published version of any kind, the library's or its own. Nothing but words can change by it. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class VersionRewording {
    /** All that a practice laid over a kind is kept in memory together, and must fit there with room for other practices: so many characters, with their versions. */
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    @Inject
    VersionRows rows;

    @Inject
    VersionWords words;

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

    /** Which words are meant. */
    public record Place(String key, int version, String language) {}

    /** What a PUT did. */
    public record Put(LaidWords view, boolean created) {}

    /** By language. */
    public List<LaidWords> list(Caller caller, WordedKind kind, String key, int version) {
        var over = row(kind, key, version);
        return words.over(kind.table(), caller.practice(), over).stream()
                .map(one -> view(kind, over, one))
                .toList();
    }

    public LaidWords read(Caller caller, WordedKind kind, Place place) {
        var over = row(kind, place.key(), place.version());
        return now(caller, kind, over, place).map(one -> view(kind, over, one)).orElseThrow(ProblemException::notFound);
    }

    /** New ones, or the next revision of those that were read; the same again changes nothing. */
    public Put put(
            Caller caller,
            WordedKind kind,
            Place place,
            ObjectNode written,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch)
            throws SQLException {
        var over = taken(caller, kind, place);
        var before = now(caller, kind, over, place);
        Etags.requireToPut(before.map(StoredWords::revision).orElse(null), ifMatch, ifNoneMatch);
        var json = reviewed(kind, over, place, written);
        var spelled = before.map(one -> CanonicalJson.of(one.written())).orElse(null);
        if (before.isPresent() && json.equals(spelled)) {
            return new Put(view(kind, over, before.get()), false);
        }
        if (isMore(json, spelled)) {
            requireRoom(json, words.weightBeside(kind.table(), caller.practice(), over, place.language()));
        }
        var revision = add(caller, kind, over, place, json);
        var stored = new StoredWords(over.owner(), over.key(), over.version(), place.language(), revision, json);
        return new Put(view(kind, over, stored), before.isEmpty());
    }

    /** Nobody is shown them any more; they stay on record for what was done in them. */
    public void withdraw(Caller caller, WordedKind kind, Place place, @Nullable String ifMatch) throws SQLException {
        var over = taken(caller, kind, place);
        var before = now(caller, kind, over, place).orElseThrow(ProblemException::notFound);
        Etags.require(ifMatch, before.revision());
        add(caller, kind, over, place, null);
    }

    /** Whether there is more of it than before; what is no more needs no room. */
    public static boolean isMore(String json, @Nullable String before) {
        return before == null || json.length() > before.length();
    }

    /**
     * 409 when the practice lays as much over a kind as it may.
     *
     * @param beside characters of all else that it lays, with their versions
     */
    public static void requireRoom(String json, int beside) {
        if (beside + VersionCatalogue.A_VERSION + json.length() > MOST_CHARACTERS) {
            throw ProblemException.conflict(
                    "too-many",
                    "A practice lays %d characters over a kind of content at most, of which %d count for each language of a version; withdraw some."
                            .formatted(MOST_CHARACTERS, VersionCatalogue.A_VERSION));
        }
    }

    private StoredVersion taken(Caller caller, WordedKind kind, Place place) {
        var over = row(kind, place.key(), place.version());
        turns.take(caller, kind.word() + " words"); // of the whole kind, for they are counted
        return over;
    }

    /** What was published or retired; a draft is given its languages in itself. */
    private StoredVersion row(WordedKind kind, String key, int version) {
        var published = kind.catalogue().require(key, version);
        return rows.find(kind.table(), published.owner(), key, version).orElseThrow();
    }

    private Optional<StoredWords> now(Caller caller, WordedKind kind, StoredVersion over, Place place) {
        return words.over(kind.table(), caller.practice(), over).stream()
                .filter(one -> one.language().equals(place.language()))
                .findFirst();
    }

    /** The words in one spelling; 422 with every fault. What names their place may be left out, and is filled in. */
    private static String reviewed(WordedKind kind, StoredVersion over, Place place, ObjectNode written) {
        var named = DraftCheck.named(written, kind.word(), place.key(), place.version(), place.language());
        var reviewed = WordsOverlay.review(named, kind.wordings(), definition(over), kind.texts());
        if (!reviewed.publishable()) {
            throw ProblemException.invalid(DraftCheck.told(reviewed.faults()));
        }
        return CanonicalJson.of(named);
    }

    private int add(Caller caller, WordedKind kind, StoredVersion over, Place place, @Nullable String json)
            throws SQLException {
        var revision = words.add(kind.table(), over, place.language(), json, caller.id(), clock.instant());
        var what = kind.word() + (json == null ? ".wording-withdrawn" : ".wording-attached");
        outbox.put(
                what,
                over.id(),
                null,
                Map.of(kind.word(), over.key(), "version", over.version(), "language", place.language()));
        audit.wrote(caller, what, kind.word() + "-version", over.id(), null);
        broadcast.tell(kind.catalogue().topic(), caller.practice());
        return revision;
    }

    private static JsonNode definition(StoredVersion version) {
        return Definitions.parseJson(version.json());
    }

    private static LaidWords view(WordedKind kind, StoredVersion over, StoredWords one) {
        var written = one.written();
        var texts = written.path("texts");
        var laid = WordsOverlay.lay(texts, one.language(), definition(over), kind.texts());
        return new LaidWords(
                one.key(),
                one.version(),
                one.language(),
                written.path("credit").asText(),
                texts,
                WordsOverlay.fallbacks(laid, one.language(), kind.texts()),
                one.revision());
    }
}

package dev.kith.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kith.content.PublishedVersion;
import dev.kith.content.StoredVersion;
import dev.kith.content.StoredWords;
import dev.kith.content.VersionState;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.Languages;
import dev.kith.definition.WordsOverlay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One published version of an exercise, ready for use and never changed; or a draft that its authors look at as if it were.
 *
 * @param owner the practice that wrote it, or the library
 * @param definition with the words that the reader's practice laid over it
 * @param written as it was published
 * @param since the version that began its series: since then nobody said that the meaning changed
 * @param laid the words that were laid over it, by language
 */
public record PublishedExercise(
        UUID owner,
        ExerciseDefinition definition,
        ExerciseDefinition written,
        String checksum,
        VersionState state,
        int since,
        Map<String, Laid> laid)
        implements PublishedVersion {

    /**
     * Words in one language that a practice laid over it.
     *
     * @param fallbacks pointers into the definition to what has no words in it
     * @param checksum another one for other words
     */
    public record Laid(String credit, List<String> fallbacks, String checksum) {}

    /** Without words laid over it. */
    PublishedExercise(UUID owner, ExerciseDefinition definition, String checksum, VersionState state, int since) {
        this(owner, definition, definition, checksum, state, since, Map.of());
    }

    static PublishedExercise of(StoredVersion row, int since) {
        var definition = Exercises.readJson(row.json()).definition();
        return new PublishedExercise(row.owner(), definition, row.checksum(), row.state(), since);
    }

    /** The same version in more languages. Costs some work: keep it. */
    PublishedExercise with(List<StoredWords> words) {
        var tree = DefinitionFormat.tree(written);
        var all = new TreeMap<String, Laid>();
        for (var one : words) {
            var said = one.written();
            tree = WordsOverlay.lay(said.path("texts"), one.language(), tree, ExerciseCheck.TEXTS);
            all.put(
                    one.language(),
                    new Laid(
                            said.path("credit").asText(),
                            WordsOverlay.fallbacks(tree, one.language(), ExerciseCheck.TEXTS),
                            CanonicalJson.checksum(one.json())));
        }
        try {
            var worded = DefinitionFormat.read(tree.toString(), ExerciseDefinition.class);
            return new PublishedExercise(
                    owner, worded, written, checksum, state, since, Collections.unmodifiableMap(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words broke an exercise", e);
        }
    }

    @Override
    public String key() {
        return definition.key();
    }

    @Override
    public int version() {
        return definition.version();
    }

    public boolean isReading() {
        return definition.kind() == ExerciseKind.READING;
    }

    /** The language that comes when a reader asks for these (an Accept-Language value). */
    public String languageFor(@Nullable String wanted) {
        return Languages.choose(definition.languages(), wanted);
    }

    public String title(@Nullable String wanted) {
        return definition.title().in(languageFor(wanted));
    }

    /** What must stand beside it; null when nothing must. */
    public @Nullable String label(@Nullable String wanted) {
        var label = definition.label();
        return label == null ? null : label.in(languageFor(wanted));
    }

    /** Whether logs of the two may stand in one series: the same fields with the same meaning. */
    public boolean comparesWith(PublishedExercise other) {
        return since == other.since && LogShape.of(definition).equals(LogShape.of(other.definition));
    }

    /** Another one whenever something that is shown could be another. */
    String tag() {
        var words = laid.values().stream().map(Laid::checksum).toList();
        return checksum.substring(0, 16)
                + (state == VersionState.PUBLISHED ? "" : "-" + state.code())
                + (words.isEmpty() ? "" : "-" + Integer.toHexString(words.hashCode()));
    }
}

package dev.kith.exercise;

import dev.kith.content.PublishedVersion;
import dev.kith.content.StoredVersion;
import dev.kith.content.VersionState;
import dev.kith.definition.Languages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One published version of an exercise, ready for use and never changed; or a draft that its authors look at as if it were.
 *
 * @param owner the practice that wrote it, or the library
 * @param since the version that began its series: since then nobody said that the meaning changed
 */
public record PublishedExercise(
        UUID owner, ExerciseDefinition definition, String checksum, VersionState state, int since)
        implements PublishedVersion {

    static PublishedExercise of(StoredVersion row, int since) {
        var definition = Exercises.readJson(row.json()).definition();
        return new PublishedExercise(row.owner(), definition, row.checksum(), row.state(), since);
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
        return checksum.substring(0, 16) + (state == VersionState.PUBLISHED ? "" : "-" + state.code());
    }
}

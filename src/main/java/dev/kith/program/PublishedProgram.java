package dev.kith.program;

import dev.kith.content.PublishedVersion;
import dev.kith.content.StoredVersion;
import dev.kith.content.VersionState;
import dev.kith.definition.Languages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a program, ready for use and never changed; or a draft that its authors look at as if it were.
 *
 * @param owner the practice that wrote it, or the library
 */
record PublishedProgram(UUID owner, ProgramDefinition definition, String checksum, VersionState state)
        implements PublishedVersion {

    static PublishedProgram of(StoredVersion row) {
        return new PublishedProgram(row.owner(), Programs.readJson(row.json()), row.checksum(), row.state());
    }

    @Override
    public String key() {
        return definition.key();
    }

    @Override
    public int version() {
        return definition.version();
    }

    /** The language that comes when a reader asks for these (an Accept-Language value). */
    String languageFor(@Nullable String wanted) {
        return Languages.choose(definition.languages(), wanted);
    }

    /** Another one whenever something that is shown could be another. */
    String tag() {
        return checksum.substring(0, 16) + (state == VersionState.PUBLISHED ? "" : "-" + state.code());
    }
}

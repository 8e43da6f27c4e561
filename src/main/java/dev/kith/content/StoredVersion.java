package dev.kith.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of versions.
 *
 * @param owner the practice that wrote it, or the library
 * @param json the definition, in the database's order of keys
 * @param change editorial or substantive; null for drafts and for the library
 * @param editedBy who wrote it; nobody in the library, which is given its own id there
 * @param revision counts the changes of the row
 */
public record StoredVersion(
        UUID id,
        UUID owner,
        String key,
        int version,
        VersionState state,
        String title,
        String json,
        String checksum,
        @Nullable String change,
        Instant createdAt,
        UUID editedBy,
        Instant editedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        @Nullable UUID retiredBy,
        @Nullable Instant retiredAt,
        @Nullable String retireReason,
        int revision) {

    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    /** Another one whenever what it says could be another. */
    public String tag() {
        return isDraft() ? tag(id, revision) : checksum.substring(0, 16);
    }

    static String tag(UUID id, int revision) {
        return id.toString().substring(24) + "-" + revision;
    }
}

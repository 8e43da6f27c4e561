package dev.kith.content;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a version that the practice wrote is in its life. */
@Schema(description = "Where a version that the practice wrote is in its life; its definition is read by itself.")
public record VersionView(
        UUID id,
        @Schema(examples = "evening-check") String key,
        @Schema(examples = "1") int version,

        @Schema(description = "draft, published or retired.", examples = "draft")
        String state,

        @Schema(examples = "Evening check") String title,

        @Schema(description = "editorial or substantive, against the version before; null for a draft.") @Nullable
        String change,

        @Schema(description = "SHA-256 of the definition in its canonical spelling.")
        String checksum,

        Instant createdAt,

        @Schema(description = "The account of who edited last.")
        UUID editedBy,

        Instant editedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        @Nullable UUID retiredBy,
        @Nullable Instant retiredAt,
        @Nullable String retireReason,

        @Schema(description = "Counts its changes; what is published names it.")
        int revision) {

    static VersionView of(StoredVersion v) {
        return new VersionView(
                v.id(),
                v.key(),
                v.version(),
                v.state().code(),
                v.title(),
                v.change(),
                v.checksum(),
                v.createdAt(),
                v.editedBy(),
                v.editedAt(),
                v.publishedBy(),
                v.publishedAt(),
                v.retiredBy(),
                v.retiredAt(),
                v.retireReason(),
                v.revision());
    }

    /** What it is tagged with: another draft of the same key and version has another. */
    String tag() {
        return StoredVersion.tag(id, revision);
    }
}

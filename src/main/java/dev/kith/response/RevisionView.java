package dev.kith.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a response said before it was amended. */
@Schema(description = "What a response said before it was amended, and why that changed.")
record RevisionView(
        @Schema(examples = "1") int revision,
        @Schema(description = "By link id.") Map<String, Object> answers,
        Instant replacedAt,
        UUID replacedBy,
        String reason) {}

/** All of them, newest first. */
@Schema(description = "Earlier revisions, newest first; empty when it was never amended.")
record RevisionList(List<RevisionView> items, @Nullable String next) {}

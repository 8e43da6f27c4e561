package dev.kith.progress;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of whose scores a client is not shown. */
@Schema(description = "One change of whose scores the client is not shown.")
record VisibilityChangeView(
        UUID id,

        @Schema(description = "The version that it led to; several changes may share it.")
        int version,

        @Schema(examples = "phq-9") String questionnaire,
        VisibilityWhat what,

        @Schema(description = "client or clinician.", examples = "clinician")
        String by,

        @Schema(description = "The account that said so.") UUID saidBy,

        Instant at,

        @Schema(description = "The care team's, as it was given then; null where none was.") @Nullable
        String reason) {}

/** A page of them. */
@Schema(description = "A page of changes, newest first.")
record VisibilityChangePage(
        List<VisibilityChangeView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

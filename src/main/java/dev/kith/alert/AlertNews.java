package dev.kith.alert;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a stream tells of one step: ids and codes, never a word that somebody wrote. */
@Schema(description = "One step of an alert's life: ids and codes only.")
record AlertNews(
        UUID alertId,
        UUID clientId,

        @Schema(description = "Of the step; with alertId, it tells a step that comes twice.")
        int number,

        @Schema(
                description = "raised, linked, acknowledged, escalated, reminded, resolved, reopened, reassigned.",
                examples = "raised")
        String what,

        @Schema(description = "Where the alert stood after it.", examples = "open")
        String state,

        @Schema(description = "critical, warning or notice.", examples = "critical")
        String severity,

        @Schema(description = "By the practice's clock.") Instant at) {}

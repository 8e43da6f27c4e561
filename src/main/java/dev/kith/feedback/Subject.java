package dev.kith.feedback;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What feedback is about: one response, or one log. */
@Schema(description = "What it is about.")
public record Subject(
        SubjectKind kind,

        @Schema(description = "Of the response or the log.") UUID id) {}

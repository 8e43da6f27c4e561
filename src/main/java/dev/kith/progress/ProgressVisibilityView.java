package dev.kith.progress;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose scores a client is not shown. */
@Schema(
        description =
                "Whose scores the client is not shown, in their progress and in their responses: a person tells them.")
record ProgressVisibilityView(
        @Schema(description = "Keys of questionnaires, in order.", examples = "[\"phq-9\"]")
        List<String> hidden,

        @Schema(description = "The number in its ETag; 0 until somebody chose.")
        int version) {}

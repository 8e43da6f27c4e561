package dev.kith.questionnaire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What these answers would score. */
@Schema(description = "What these answers would score; nothing was stored and nobody was told.")
record ScorePreview(
        @Schema(examples = "phq-9") String questionnaire,
        int version,

        @Schema(description = "Must stand beside the scores; null when nothing must.") @Nullable
        String label,

        List<ScoreView> scores,
        List<CriterionView> criteria,

        @Schema(description = "Validity checks that showed.")
        List<String> flags,

        @Schema(description = "Rules that would call a person.")
        List<String> alerts,

        @Schema(description = "The engine that did it.", examples = "kith-scoring/1")
        String engine) {}

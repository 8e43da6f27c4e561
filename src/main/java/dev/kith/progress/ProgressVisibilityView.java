package dev.kith.progress;

import dev.kith.response.HiddenScores.Hidden;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose scores a client is not shown. */
@Schema(
        description =
                "Whose scores the client is not shown, in their progress and in their responses: a person tells them, or the client chose not to see"
                        + " them.")
record ProgressVisibilityView(
        @Schema(description = "Keys of questionnaires that the care team hides, in order.", examples = "[\"phq-9\"]")
        List<String> hidden,

        @Schema(description = "All that the client is not shown, whoever chose so; by questionnaire.")
        List<HiddenScoreView> notShown,

        @Schema(
                description =
                        "The number in its ETag, one more with each choice of either side; 0 until somebody chose.")
        int version) {

    static ProgressVisibilityView forCareTeam(Hidden hidden) {
        return of(
                hidden,
                hidden.scores().stream().map(HiddenScoreView::forCareTeam).toList());
    }

    static ProgressVisibilityView forClient(Hidden hidden) {
        return of(
                hidden, hidden.scores().stream().map(HiddenScoreView::forClient).toList());
    }

    private static ProgressVisibilityView of(Hidden hidden, List<HiddenScoreView> notShown) {
        return new ProgressVisibilityView(
                hidden.scores().stream()
                        .filter(score -> score.byCareTeam() != null)
                        .map(score -> score.questionnaire())
                        .toList(),
                notShown,
                hidden.version());
    }
}

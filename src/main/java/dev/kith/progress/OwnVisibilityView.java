package dev.kith.progress;

import dev.kith.response.HiddenScore;
import dev.kith.response.HiddenScores.Hidden;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose scores a client does not see, as they say and hear it. */
@Schema(
        description =
                "What the client says of the scores that they see, and all that they are not shown; that something is kept for a talk, never its value.")
record OwnVisibilityView(
        @Schema(description = "Keys of questionnaires that the client hides, in order.", examples = "[\"gad-7\"]")
        List<String> hidden,

        @Schema(
                description = "Keys of questionnaires that the client asks to see and waits for, in order.",
                examples = "[\"phq-9\"]")
        List<String> asked,

        @Schema(
                description = "Keys of questionnaires that the care team hides and the client says yes to, in order.",
                examples = "[\"k10\"]")
        List<String> agreed,

        @Schema(description = "All that the client is not shown, whoever chose so; by questionnaire.")
        List<HiddenScoreView> notShown,

        @Schema(
                description =
                        "The number in its ETag, one more with each choice of either side; 0 until somebody chose.")
        int version) {

    static OwnVisibilityView of(Hidden hidden) {
        return new OwnVisibilityView(
                keys(hidden, score -> score.ownSince() != null),
                keys(
                        hidden,
                        score ->
                                score.byCareTeam() != null && score.byCareTeam().askedAt() != null),
                keys(
                        hidden,
                        score ->
                                score.byCareTeam() != null && score.byCareTeam().agreedAt() != null),
                hidden.scores().stream().map(HiddenScoreView::forClient).toList(),
                hidden.version());
    }

    /** Names the client too: on a phone that two people use, the copy that one left there is never taken for the other's. */
    static String tag(UUID clientId, int version) {
        return version + "." + clientId;
    }

    private static List<String> keys(Hidden hidden, Predicate<HiddenScore> which) {
        return hidden.scores().stream()
                .filter(which)
                .map(HiddenScore::questionnaire)
                .toList();
    }
}

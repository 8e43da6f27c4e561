package dev.kith.questionnaire;

import dev.kith.scoring.BandBasis;
import dev.kith.scoring.ScaleScore;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one scale made of the answers. */
@Schema(description = "What one scale made of the answers.")
public record ScoreView(
        @Schema(examples = "total") String scale,

        @Schema(description = "Null when it does not count; see reason.", examples = "12") @Nullable
        BigDecimal value,

        boolean valid,

        @Schema(description = "Why it does not count.", examples = "TOO_MANY_MISSING")
        ScaleScore.@Nullable Reason reason,

        @Schema(description = "How many of its items were answered.")
        int answered,

        @Schema(description = "Whether the answered items stand for missing ones.")
        boolean prorated,

        @Nullable BandNamed band,

        @Schema(
                description =
                        "Why a value on a scale with bands has none: its cut-offs are by sex, which is not known.",
                examples = "SEX_UNKNOWN")
        ScaleScore.@Nullable Reason bandReason) {

    /** What the value is called. */
    @Schema(description = "What the value is called, and by what right.")
    public record BandNamed(
            @Schema(examples = "moderate") String code,
            @Schema(examples = "Moderate") String label,
            BandBasis basis) {}

    /** Of a score that the engine made. */
    public static ScoreView of(Published published, ScaleScore score, String language) {
        return new ScoreView(
                score.scale(),
                score.value(),
                score.valid(),
                score.reason(),
                score.answered(),
                score.prorated(),
                score.band() == null
                        ? null
                        : band(published, score.scale(), score.band().code(), language),
                score.bandReason());
    }

    /** The words for a band of a version. */
    public static @Nullable BandNamed band(Published published, String scale, String code, String language) {
        return published.definition().scale(scale).bands().stream()
                .filter(band -> band.code().equals(code))
                .map(band -> new BandNamed(band.code(), band.label().in(language), band.basis()))
                .findFirst()
                .orElse(null);
    }

    static List<ScoreView> all(Published published, List<ScaleScore> scores, String language) {
        return scores.stream().map(score -> of(published, score, language)).toList();
    }
}

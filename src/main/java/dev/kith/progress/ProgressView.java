package dev.kith.progress;

import dev.kith.questionnaire.ScoreView.BandNamed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a client's scores went. */
@Schema(description = "How a client's scores went, scale by scale.")
record ProgressView(UUID clientId, List<SeriesView> scales) {

    /** One scale by one author. */
    @Schema(description = "One scale of one questionnaire, by one kind of author.")
    record SeriesView(
            @Schema(examples = "phq-9") String questionnaire,
            @Schema(examples = "total") String scale,
            String title,

            @Schema(description = "client, clinician or informant: never mixed.")
            String author,

            @Schema(description = "higher-is-worse or higher-is-better.")
            String direction,

            @Schema(description = "Must stand beside every result; null when nothing must.") @Nullable
            String label,

            @Schema(description = "In the order of time.") List<PointView> points,

            @Schema(description = "The first that counts and compares with the latest.") @Nullable
            PointView baseline,

            @Nullable PointView latest,
            ChangeView change) {}

    /** One score in time. */
    @Schema(description = "One score in time.")
    record PointView(
            @Schema(description = "When it was given.") Instant at,

            @Schema(description = "Null when it does not count; see reason.", examples = "17") @Nullable
            BigDecimal value,

            @Schema(description = "Why it does not count.") @Nullable
            String reason,

            @Nullable BandNamed band,
            UUID responseId,

            @Schema(
                    description =
                            "Whether it compares with the latest: given on a version that is scored the same way.")
            boolean comparable) {}

    /** What lies between baseline and latest. */
    @Schema(
            description =
                    "Latest minus baseline and what may be said of it. Judged by published figures alone: where there are"
                            + " none, basis is null and reason says so.")
    record ChangeView(
            @Schema(description = "Null with fewer than two values.", examples = "-7") @Nullable
            BigDecimal value,

            @Schema(
                    description =
                            "Reliable change index (Jacobson and Truax 1991): value over the standard error of the difference.",
                    examples = "-2.3354")
            @Nullable
            BigDecimal rci,

            @Schema(description = "Points from which a change is reliable; exactly so many is.", examples = "6")
            @Nullable
            BigDecimal threshold,

            @Schema(
                    name = "class",
                    description = "reliable-improvement, no-reliable-change or reliable-deterioration.",
                    examples = "reliable-improvement")
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            @Nullable
            String reliable,

            @Schema(
                    description =
                            "Beside the published cut-off: recovered, improved, unchanged, deteriorated, harmed, or"
                                    + " not-applicable-baseline-subclinical.",
                    examples = "recovered")
            @Nullable
            String clinical,

            @Nullable BasisView basis,

            @Schema(description = "NO_MEASUREMENT, ONE_MEASUREMENT or NO_PUBLISHED_RELIABILITY.") @Nullable
            String reason) {}

    /** The figures that a change was judged by. */
    @Schema(description = "The figures that a change was judged by, and their source.")
    record BasisView(
            @Schema(description = "published-threshold or computed.", examples = "published-threshold")
            String kind,

            @Schema(description = "Standard deviation.") @Nullable
            BigDecimal sd,

            @Nullable BigDecimal reliability,

            @Schema(description = "Null when the threshold itself was published.") @Nullable
            BigDecimal z,

            String citation,

            @Schema(description = "Source of sd and reliability, beside a published threshold.") @Nullable
            String figuresCitation) {}
}

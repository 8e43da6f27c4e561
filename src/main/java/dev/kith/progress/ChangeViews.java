package dev.kith.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
                examples = "-2.2915")
        @Nullable
        BigDecimal rci,

        @Schema(description = "Points from which a change is reliable; exactly so many is.", examples = "6") @Nullable
        BigDecimal threshold,

        @Schema(
                name = "class",
                description =
                        "reliable-improvement, no-reliable-change or reliable-deterioration; null for clients, who read inWords.",
                examples = "reliable-improvement")
        @JsonProperty("class")
        @Nullable
        String reliable,

        @Schema(
                description = "Beside the cut-off: recovered, improved, unchanged, deteriorated, harmed, or"
                        + " not-applicable-baseline-subclinical; null for clients.",
                examples = "recovered")
        @Nullable
        String clinical,

        @Schema(
                description =
                        "Clinical before and no more, by a change that measuring alone could have made; null where clinical is.")
        @Nullable
        Boolean crossedUnreliably,

        @Nullable BasisView basis,

        @Schema(
                description = "NO_MEASUREMENT, NO_MEASUREMENT_THERE, ONE_MEASUREMENT or NO_PUBLISHED_RELIABILITY.",
                examples = "ONE_MEASUREMENT")
        @Nullable
        String reason,

        MethodView method) {}

/** The figures that a change was judged by. */
@Schema(description = "The figures that a change was judged by, and their source.")
record BasisView(
        @Schema(description = "published-threshold or computed.", examples = "published-threshold")
        String kind,

        @Schema(description = "Standard deviation.") @Nullable
        BigDecimal sd,

        @Nullable BigDecimal reliability,

        @Schema(description = "Of the difference, four decimals.") @Nullable
        BigDecimal standardError,

        @Schema(description = "Null when the threshold itself was published.") @Nullable
        BigDecimal z,

        @Schema(description = "Of a published threshold, where its source says it.", examples = "0.9") @Nullable
        BigDecimal confidence,

        @Schema(
                description =
                        "The first clinical value, four decimals when computed; null when neither it nor a norm was published, and for clients.")
        @Nullable
        BigDecimal cutOff,

        @Schema(
                description =
                        "published, or which cut-off of Jacobson and Truax (1991) was computed of published norms: c of both, a of people in care"
                                + " alone, b of everybody else alone. Null where cutOff is.",
                examples = "published")
        @Nullable
        String cutOffKind,

        String citation,

        @Schema(description = "Source of sd and reliability, beside a published threshold.") @Nullable
        String figuresCitation,

        @Schema(description = "Of the cut-off, or of the norms that it was computed of.") @Nullable
        String cutOffCitation) {}

/** Three facts beside the change. */
@Schema(description = "Three facts beside the change, each by its own published figure.")
record MilestonesView(
        @Schema(description = "Change in percent of the baseline; null with percentReason.", examples = "-43.75")
        @Nullable
        BigDecimal percent,

        @Schema(description = "BASELINE_NOT_ABOVE_ZERO, or why there is no change.") @Nullable
        String percentReason,

        ImportanceView importance,
        ResponseReachedView response,
        RemissionView remission,
        MethodView method) {}

/** Beside the minimal important difference. */
@Schema(description = "Beside the least change that people notice; it says nothing of measurement error.")
record ImportanceView(
        @Schema(description = "better, too-little or worse; null with reason.", examples = "better") @Nullable
        String felt,

        @Schema(examples = "5") @Nullable BigDecimal points,
        @Nullable String citation,
        @Nullable String reason) {}

/** Whether so much is gone. */
@Schema(description = "Whether the gain is the published share of the baseline, or more.")
record ResponseReachedView(
        @Schema(description = "Null with reason.") @Nullable Boolean reached,
        @Schema(examples = "50") @Nullable BigDecimal percent,
        @Nullable String citation,
        @Nullable String reason) {}

/** Whether hardly anything is left. */
@Schema(description = "Whether the value is better than the published mark.")
record RemissionView(
        @Schema(description = "At baseline; null with reason.") @Nullable
        Boolean before,

        @Schema(description = "Now; null with reason.") @Nullable
        Boolean now,

        @Schema(description = "The mark itself is not remission.", examples = "5") @Nullable
        BigDecimal mark,

        @Nullable String citation,
        @Nullable String reason) {}

/** Where it goes. */
@Schema(
        description =
                "Where the scores go from the baseline on: the median of all pairwise slopes (Theil and Sen), in weeks of real time, of at most"
                        + " the newest 366.")
record TrendView(
        @Schema(description = "Points a week, four decimals.", examples = "-1.75")
        BigDecimal slopePerWeek,

        @Schema(description = "Null with ciReason.") @Nullable
        TrendIntervalView ci,

        @Schema(description = "Of the interval: at least so sure.", examples = "0.95")
        BigDecimal confidence,

        @Schema(description = "How many scores.") int n,

        @Schema(
                description =
                        "rising, falling, flat, or unclear where the interval does not exclude 0; null without an interval.",
                examples = "falling")
        @Nullable
        String heading,

        @Schema(
                description =
                        "better or worse, by the direction of the scale; null unless rising or falling, and where neither end is the"
                                + " better one.",
                examples = "better")
        @Nullable
        String going,

        @Schema(description = "TOO_FEW_FOR_INTERVAL.") @Nullable
        String ciReason,

        MethodView method) {}

/** An interval. */
@Schema(description = "An interval of the slope.")
record TrendIntervalView(BigDecimal low, BigDecimal high) {}

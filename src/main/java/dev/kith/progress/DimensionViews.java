package dev.kith.progress;

import dev.kith.progress.ProgressView.PointView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One dimension of daily life. */
@Schema(
        description =
                "One dimension of daily life, such as load or connection, week by week, as one scale tells it. It says the same as that scale among"
                        + " scales, where the change and what it is judged by stand too.")
record DimensionView(
        @Schema(examples = "load") String dimension,

        @Schema(description = "What the scale calls itself.", examples = "Load")
        String title,

        @Schema(
                description = "What it costs a person where it goes wrong, in plain words; null when nobody said.",
                examples = "Exhaustion: strength used up by carrying too much")
        @Nullable
        String cost,

        @Schema(description = "Where that comes from.") List<String> sources,
        @Schema(examples = "kith-check-in") String questionnaire,
        @Schema(examples = "load") String scale,

        @Schema(description = "client, clinician or informant: never mixed.", examples = "client")
        String author,

        @Schema(description = "higher-is-worse, higher-is-better, or neither.", examples = "higher-is-worse")
        String direction,

        @Schema(description = "Must stand beside every result; null when nothing must.") @Nullable
        String label,

        @Schema(description = "The last that counts.") @Nullable
        PointView latest,

        @Schema(
                description =
                        "Every week from the first point of the scale that compares with the latest to its last, at most the newest 104, in the order"
                                + " of time. A week in which nobody answered is there too.")
        List<DimensionWeekView> weeks,

        @Schema(description = "There are more points, or more weeks, in the period.")
        boolean truncated,

        @Schema(description = "The trend of the scale. Null with trendReason.") @Nullable
        TrendView trend,

        @Schema(description = "NO_MEASUREMENT, NO_MEASUREMENT_THERE, or FEWER_THAN_THREE_TIMES.") @Nullable
        String trendReason) {}

/** One week of a dimension. */
@Schema(description = "One week of a dimension, Monday to Sunday where the client lives.")
record DimensionWeekView(
        @Schema(description = "Its Monday.", examples = "2026-01-05")
        LocalDate startsOn,

        @Schema(description = "The last of the week that counts; null when none does.", examples = "7") @Nullable
        BigDecimal value,

        @Schema(description = "NOT_ANSWERED, or why the last answer does not count.", examples = "NOT_ANSWERED")
        @Nullable
        String reason,

        @Schema(description = "How many times it was answered.")
        int answered) {}

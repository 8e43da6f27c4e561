package dev.kith.goal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far goals are attained, with all that it was made from. */
@Schema(description = "The T-score of goal attainment scaling, with its inputs, so that anybody can work it out again.")
public record GoalAttainmentView(
        UUID clientId,
        Instant at,

        @Schema(description = "Whose ratings; null: whoever rated last.") @Nullable
        GoalAuthor author,

        @Schema(description = "The T-score at the start of the same goals; two decimals.", examples = "36.31") @Nullable
        BigDecimal baseline,

        @Schema(description = "50: as hoped; above: more; null when no goal was rated.", examples = "63.69") @Nullable
        BigDecimal score,

        @Schema(description = "Score less baseline.", examples = "27.38") @Nullable
        BigDecimal change,

        @Schema(description = "no-goals or not-rated when there is no score; else null.", examples = "not-rated")
        @Nullable
        String reason,

        @Schema(description = "What it was made from.") List<AttainedGoalView> goals,

        @Schema(description = "Goals that it says nothing of.")
        List<LeftOutGoalView> leftOut,

        GoalFormulaView formula) {

    /** One goal's part in it. */
    @Schema(description = "One goal's part in the T-score.")
    public record AttainedGoalView(
            UUID goalId,

            @Schema(description = "The words that counted then.")
            int revision,

            @Schema(examples = "2") int weight,
            @Schema(examples = "-1") int baseline,
            @Schema(examples = "1") int level,
            UUID ratingId,
            GoalAuthor author,
            Instant ratedAt) {}

    /** One that has no part in it. */
    @Schema(description = "A goal that the T-score says nothing of, and why.")
    public record LeftOutGoalView(
            UUID goalId,

            @Schema(
                    description = "not-rated: on the levels that counted then; not-yet-written.",
                    examples = "not-rated")
            String reason) {}

    /** How it is worked out. */
    @Schema(description = "The formula, so that scores of two versions are not compared unawares.")
    public record GoalFormulaView(
            @Schema(examples = "goal-attainment") String name,
            @Schema(examples = "1") int version,

            @Schema(description = "The correlation that is assumed between goals.", examples = "0.3")
            BigDecimal rho,

            @Schema(examples = "Kiresuk and Sherman 1968, Community Mental Health Journal 4:443-453")
            String citation) {}
}

package dev.kith.progress;

import dev.kith.goal.GoalAttainmentView;
import dev.kith.goal.GoalAttainmentView.AttainedGoalView;
import dev.kith.goal.GoalAttainmentView.GoalFormulaView;
import dev.kith.goal.GoalAttainmentView.LeftOutGoalView;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far goals are attained. It names no moment, so that whoever has it already is sent nothing. */
@Schema(
        description =
                "The T-score of goal attainment scaling at the end of the period, by whoever rated last, with its inputs.")
record GoalsAttainedView(
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

    static GoalsAttainedView of(GoalAttainmentView told) {
        return new GoalsAttainedView(
                told.baseline(),
                told.score(),
                told.change(),
                told.reason(),
                told.goals(),
                told.leftOut(),
                told.formula());
    }
}

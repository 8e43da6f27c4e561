package dev.kith.goal;

import dev.kith.change.GoalAttainment;
import dev.kith.change.GoalAttainment.RatedTwice;
import dev.kith.goal.GoalAttainmentView.AttainedGoalView;
import dev.kith.goal.GoalAttainmentView.GoalFormulaView;
import dev.kith.goal.GoalAttainmentView.LeftOutGoalView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the engine, and sets its answer beside what it was made from. The start is of the same goals, or the change would mislead. */
public final class AttainmentScore {
    private static final String CITATION = "Kiresuk and Sherman 1968, Community Mental Health Journal 4:443-453";

    private AttainmentScore() {}

    /** @param author whose ratings these are; null: whoever rated last */
    public static GoalAttainmentView view(
            UUID clientId,
            Instant at,
            @Nullable GoalAuthor author,
            List<AttainedGoalView> goals,
            List<LeftOutGoalView> leftOut) {
        var found = GoalAttainment.change(goals.stream()
                .map(goal -> new RatedTwice(BigDecimal.valueOf(goal.weight()), goal.baseline(), goal.level()))
                .toList());
        return new GoalAttainmentView(
                clientId,
                at,
                author,
                found.baseline().t(),
                found.latest().t(),
                found.change(),
                !goals.isEmpty() ? null : leftOut.isEmpty() ? "no-goals" : "not-rated",
                goals,
                leftOut,
                new GoalFormulaView(
                        found.latest().rule().name(),
                        found.latest().rule().version(),
                        found.latest().rho(),
                        CITATION));
    }
}

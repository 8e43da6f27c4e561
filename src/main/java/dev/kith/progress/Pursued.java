package dev.kith.progress;

import dev.kith.goal.AttainmentScore;
import dev.kith.goal.GoalAttainmentView.AttainedGoalView;
import dev.kith.goal.GoalAttainmentView.LeftOutGoalView;
import dev.kith.goal.GoalAuthor;
import dev.kith.goal.GoalState;
import dev.kith.progress.GoalProgressView.GoalLevelView;
import dev.kith.progress.GoalProgressView.GoalSeenView;
import dev.kith.progress.Recounted.Level;
import dev.kith.progress.Work.PursuedGoal;
import dev.kith.progress.Work.SeenLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals as they are told, and how far those that were active are attained. */
final class Pursued {
    private Pursued() {}

    static List<GoalProgressView> goals(Work work) {
        return work.goals().values().stream().map(Pursued::goal).toList();
    }

    private static GoalProgressView goal(PursuedGoal goal) {
        return new GoalProgressView(
                goal.id(),
                goal.title(),
                goal.achievedAt() == null ? GoalState.ACTIVE : GoalState.ACHIEVED,
                goal.revision(),
                goal.weight(),
                new GoalLevelView(goal.baseline(), goal.start()),
                seen(goal.seen().get(GoalAuthor.CLIENT)),
                seen(goal.seen().get(GoalAuthor.CLINICIAN)),
                goal.agreedAt(),
                goal.achievedAt());
    }

    private static @Nullable GoalSeenView seen(@Nullable SeenLevel seen) {
        return seen == null
                ? null
                : new GoalSeenView(seen.id(), seen.level(), seen.looksLike(), seen.revision(), seen.at());
    }

    /** For who reads it in words: the oldest first. */
    static List<Recounted.Goal> recounted(Work work) {
        return work.goals().values().stream()
                .sorted(Comparator.comparing(PursuedGoal::agreedAt).thenComparing(PursuedGoal::id))
                .map(goal -> new Recounted.Goal(
                        goal.title(),
                        goal.achievedAt() != null,
                        new Level(goal.baseline(), goal.start()),
                        level(goal.seen().get(GoalAuthor.CLIENT)),
                        level(goal.seen().get(GoalAuthor.CLINICIAN))))
                .toList();
    }

    private static @Nullable Level level(@Nullable SeenLevel seen) {
        return seen == null ? null : new Level(seen.level(), seen.looksLike());
    }

    /** By whoever rated last, as the client's goal attainment is when nobody asks for more. */
    static GoalsAttainedView attainment(UUID client, Instant at, Work work) {
        var attained = new ArrayList<AttainedGoalView>();
        var leftOut = new ArrayList<LeftOutGoalView>();
        work.goals().values().stream()
                .filter(goal -> goal.achievedAt() == null)
                .sorted(Comparator.comparing(PursuedGoal::id))
                .forEach(goal -> goal.seen().entrySet().stream()
                        .max(Comparator.comparing((Map.Entry<GoalAuthor, SeenLevel> one) ->
                                        one.getValue().at())
                                .thenComparing(one -> one.getValue().id()))
                        .ifPresentOrElse(
                                last -> attained.add(attained(goal, last.getKey(), last.getValue())),
                                () -> leftOut.add(new LeftOutGoalView(goal.id(), "not-rated"))));
        return GoalsAttainedView.of(AttainmentScore.view(client, at, null, attained, leftOut));
    }

    private static AttainedGoalView attained(PursuedGoal goal, GoalAuthor author, SeenLevel seen) {
        return new AttainedGoalView(
                goal.id(), goal.revision(), goal.weight(), goal.baseline(), seen.level(), seen.id(), author, seen.at());
    }
}

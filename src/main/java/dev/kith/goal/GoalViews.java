package dev.kith.goal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Goals with their words and last ratings; two queries for any number of them. */
@ApplicationScoped
class GoalViews {
    @Inject
    GoalRevisions revisions;

    @Inject
    GoalRatings ratings;

    GoalView of(Goal goal) {
        return of(List.of(goal)).get(0);
    }

    List<GoalView> of(List<Goal> goals) {
        if (goals.isEmpty()) {
            return List.of();
        }
        var ids = goals.stream().map(goal -> goal.id).toList();
        var words = revisions.current(ids).stream().collect(toMap(one -> one.goalId, one -> one));
        var latest = ratings.latest(ids).stream().collect(groupingBy(one -> one.goalId));
        return goals.stream()
                .map(goal -> GoalView.of(
                        goal, Objects.requireNonNull(words.get(goal.id)), latest.getOrDefault(goal.id, List.of())))
                .toList();
    }
}

package dev.kith.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Goals, for other rooms. Who may know of them is for the caller to ask. */
@ApplicationScoped
public class GoalDirectory {
    @Inject
    Goals goals;

    @Inject
    GoalViews views;

    /** As they are now; the oldest first. Three queries, however many they are. */
    public List<GoalStanding> standings(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : views.of(goals.list("id in ?1 order by id", ids)).stream()
                        .map(GoalStanding::of)
                        .toList();
    }
}

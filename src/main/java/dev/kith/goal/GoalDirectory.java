package dev.kith.goal;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals, for other rooms. Who may know of them is for the caller to ask. */
@ApplicationScoped
public class GoalDirectory {
    private static final int MOST = 50;

    @Inject
    Goals goals;

    @Inject
    GoalRevisions revisions;

    @Inject
    GoalRatings ratings;

    @Inject
    GoalViews views;

    /**
     * A goal as it stood at a moment, in the words that counted then.
     *
     * @param achieved whether it was by then
     * @param client where the client saw themself last, on these levels; null when they did not say
     * @param clinician where the care team saw them last, likewise
     */
    public record Pursued(
            String title,
            boolean achieved,
            Level start,
            @Nullable Level client,
            @Nullable Level clinician) {}

    /**
     * One of five levels.
     *
     * @param number -2 to +2
     * @param looksLike what it looks like
     */
    public record Level(int number, String looksLike) {}

    /** Those that counted at any time within a period, as they stood at its end; the oldest 50, oldest first. */
    public List<Pursued> within(UUID client, Instant from, Instant to) {
        var found = goals.activeWithin(client, from, to, MOST);
        var ids = found.stream().map(goal -> goal.id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var words = revisions.of(ids).stream().collect(groupingBy(one -> one.goalId));
        var seen = ratings.until(ids, to).stream().collect(groupingBy(one -> one.goalId));
        return found.stream()
                .map(goal -> pursued(
                        goal, words.getOrDefault(goal.id, List.of()), seen.getOrDefault(goal.id, List.of()), to))
                .toList();
    }

    /** As they are now; the oldest first. Three queries, however many they are. */
    public List<GoalStanding> standings(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : views.of(goals.list("id in ?1 order by id", ids)).stream()
                        .map(GoalStanding::of)
                        .toList();
    }

    private static Pursued pursued(Goal goal, List<GoalRevision> all, List<GoalRating> seen, Instant moment) {
        var inForce = all.stream()
                .filter(one -> !one.writtenAt.isAfter(moment))
                .reduce((one, later) -> later)
                .orElse(all.get(0));
        var comparable = seen.stream()
                .filter(one -> all.get(one.revision - 1).levelsSince == inForce.levelsSince)
                .toList();
        var endedAt = goal.endedAt;
        return new Pursued(
                inForce.title,
                goal.state() == GoalState.ACHIEVED && endedAt != null && !endedAt.isAfter(moment),
                level(inForce, inForce.baseline),
                last(inForce, comparable, GoalAuthor.CLIENT),
                last(inForce, comparable, GoalAuthor.CLINICIAN));
    }

    private static @Nullable Level last(GoalRevision words, List<GoalRating> seen, GoalAuthor author) {
        return seen.stream()
                .filter(one -> GoalAuthor.of(one.author) == author)
                .reduce((one, later) -> later)
                .map(one -> level(words, one.level))
                .orElse(null);
    }

    private static Level level(GoalRevision words, int number) {
        var levels = words.levels();
        return new Level(
                number,
                switch (number) {
                    case -2 -> levels.muchLess();
                    case -1 -> levels.less();
                    case 0 -> levels.expected();
                    case 1 -> levels.more();
                    default -> levels.muchMore();
                });
    }
}

package dev.kith.goal;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.goal.GoalAttainmentView.AttainedGoalView;
import dev.kith.goal.GoalAttainmentView.LeftOutGoalView;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a T-score is made from, as things stood at a moment: words that counted then, ratings on those levels. */
@ApplicationScoped
@Transactional
class Attaining {
    @Inject
    Goals goals;

    @Inject
    GoalRevisions revisions;

    @Inject
    GoalRatings ratings;

    @Inject
    ClientDirectory clients;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * What is asked for.
     *
     * @param goals none: those that were active then
     * @param at null: now
     * @param author null: whoever rated last
     */
    record Which(
            List<UUID> goals,
            @Nullable Instant at,
            @Nullable GoalAuthor author) {}

    GoalAttainmentView of(Caller caller, UUID clientId, Which which) {
        clients.requireCaredForBy(caller, clientId);
        var now = clock.instant();
        var moment = Objects.requireNonNullElse(which.at(), now);
        if (moment.isAfter(now)) {
            throw ProblemException.invalid("#at", "out-of-range", "In the past.");
        }
        var chosen = chosen(clientId, which, moment);
        audit.read(caller, "goal-attainment.read", "client", clientId, clientId);
        var ids = chosen.stream().map(goal -> goal.id).toList();
        var words = revisions.of(ids).stream().collect(groupingBy(one -> one.goalId));
        var seen = ratings.until(ids, moment).stream()
                .filter(one -> which.author() == null || which.author() == GoalAuthor.of(one.author))
                .collect(groupingBy(one -> one.goalId));
        var attained = new ArrayList<AttainedGoalView>();
        var leftOut = new ArrayList<LeftOutGoalView>();
        for (var goal : chosen) {
            var all = words.getOrDefault(goal.id, List.of());
            var inForce = last(
                    all.stream().filter(one -> !one.writtenAt.isAfter(moment)).toList());
            var rating = inForce == null
                    ? null
                    : last(seen.getOrDefault(goal.id, List.of()).stream()
                            .filter(one -> all.get(one.revision - 1).levelsSince == inForce.levelsSince)
                            .toList());
            if (inForce == null || rating == null) {
                leftOut.add(new LeftOutGoalView(goal.id, inForce == null ? "not-yet-written" : "not-rated"));
            } else {
                attained.add(attained(inForce, rating));
            }
        }
        return AttainmentScore.view(clientId, moment, which.author(), attained, leftOut);
    }

    private List<Goal> chosen(UUID clientId, Which which, Instant moment) {
        if (which.goals().isEmpty()) {
            return goals.activeAt(clientId, moment);
        }
        var asked = which.goals().stream().distinct().toList();
        var found = goals.of(clientId, asked);
        if (found.size() < asked.size()) {
            throw ProblemException.invalid("#goal", "unknown-goal", "No goal of this client.");
        }
        return found;
    }

    private static AttainedGoalView attained(GoalRevision words, GoalRating rating) {
        return new AttainedGoalView(
                words.goalId,
                words.revision,
                words.weight,
                words.baseline,
                rating.level,
                rating.id,
                GoalAuthor.of(rating.author),
                rating.ratedAt);
    }

    private static <T> @Nullable T last(List<T> inOrder) {
        return inOrder.isEmpty() ? null : inOrder.get(inOrder.size() - 1);
    }
}

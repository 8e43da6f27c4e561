package dev.kith.goal;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.limits.DayBounds;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Client and care team say where they see the client on a goal. Both are kept; neither takes the other's place. */
@ApplicationScoped
@Transactional
class Rating {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    @Inject
    Goals goals;

    @Inject
    GoalRatings ratings;

    @Inject
    ClientDirectory clients;

    @Inject
    DayBounds bounds;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    GoalRatingView rate(Caller caller, UUID goalId, RateGoal request) {
        var goal = goals.requireHeld(goalId);
        var client = clients.requireCaredForBy(caller, goal.clientId).requireActive();
        goal.requireRateable();
        var now = clock.instant();
        if (caller.isClient()) { // held is this goal: who rates several at once may pass the bound by as many
            bounds.require(
                    DayBounds.Sent.RATINGS, now, client.timeZone(), from -> ratings.toldSince(caller.id(), from));
        }
        var seen = new GoalRating.Seen(
                revision(goal, request), Objects.requireNonNull(request.level()), at(request, now), request.note());
        var rating = new GoalRating(Ids.next(), goalId, seen, caller, now);
        ratings.persist(rating);
        goal.touch(now);
        goals.flush();
        outbox.put(
                "goal.rated",
                goalId,
                goal.clientId,
                Map.of("rating", rating.id.toString(), "revision", rating.revision, "author", rating.author));
        audit.wrote(caller, "goal.rated", "goal", goalId, goal.clientId);
        return GoalRatingView.of(rating);
    }

    GoalRatingView read(Caller caller, UUID id) {
        var rating = ratings.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        var goal = goals.require(rating.goalId);
        clients.requireCaredForBy(caller, goal.clientId);
        audit.read(caller, "goal.ratings-listed", "goal", goal.id, goal.clientId);
        return GoalRatingView.of(rating);
    }

    Slice<GoalRatingView> list(Caller caller, UUID goalId, @Nullable Cursor after, int limit) {
        var goal = goals.require(goalId);
        clients.requireCaredForBy(caller, goal.clientId);
        audit.read(caller, "goal.ratings-listed", "goal", goalId, goal.clientId);
        return Slice.of(ratings.page(goalId, after, limit), limit, one -> Cursor.of(one.ratedAt, one.id))
                .map(GoalRatingView::of);
    }

    /** An app that was offline rated on the words that it had. */
    private static int revision(Goal goal, RateGoal request) {
        var revision = Objects.requireNonNullElse(request.revision(), goal.revision);
        if (revision > goal.revision) {
            throw ProblemException.invalid("/revision", "unknown-revision", "No revision of this goal.");
        }
        return revision;
    }

    private static Instant at(RateGoal request, Instant now) {
        var at = Objects.requireNonNullElse(request.at(), now);
        if (at.isAfter(now.plus(SKEW)) || at.isBefore(EARLIEST)) {
            throw ProblemException.invalid("/at", "out-of-range", "In the past, after 1970.");
        }
        return at.isAfter(now) ? now : at; // a clock that runs ahead
    }
}

package dev.kith.goal;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.etag.Etags;
import dev.kith.goal.GoalRevision.Words;
import dev.kith.goal.ReviseGoal.GoalStep;
import dev.kith.json.Given;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals are written, agreed to, put into other words and ended; by the client and those who care for them. */
@ApplicationScoped
@Transactional
class Pursuing {
    private static final int USUAL_DAYS = 28;
    private static final int MOST_YEARS = 2;

    @Inject
    Goals goals;

    @Inject
    GoalRevisions revisions;

    @Inject
    GoalRatings ratings;

    @Inject
    GoalViews views;

    @Inject
    ClientDirectory clients;

    @Inject
    GoalPlaces places;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** A clinician's counts at once, for it is written with the client; a client's waits for a clinician to agree. */
    GoalView write(Caller caller, UUID clientId, WriteGoal request) {
        var client = clients.requireCaredForBy(caller, clientId).requireActive();
        var now = clock.instant();
        var reviewOn = reviewOn(client, request.reviewOn());
        var goal = new Goal(Ids.next(), clientId, reviewOn, caller, now);
        if (!caller.isClient()) {
            goal.agree(places.free(caller, clientId), caller.id(), now);
        }
        goals.persist(goal);
        var words = new Words(
                request.title(),
                request.levels(),
                Objects.requireNonNull(request.weight()),
                Objects.requireNonNull(request.baseline()));
        revisions.persist(new GoalRevision(Ids.next(), goal.id, null, words, caller.id(), now));
        goals.flush();
        told(caller, goal, caller.isClient() ? "goal.proposed" : "goal.agreed");
        return views.of(goal);
    }

    GoalView read(Caller caller, UUID id) {
        var goal = goals.require(id);
        clients.requireCaredForBy(caller, goal.clientId);
        audit.read(caller, "goal.read", "goal", id, goal.clientId);
        return views.of(goal);
    }

    Slice<GoalView> list(Caller caller, UUID clientId, @Nullable GoalState state, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "goals.listed", "client", clientId, clientId);
        var slice = Slice.of(goals.page(clientId, state, after, limit), limit, goal -> Cursor.of(goal.id));
        return new Slice<>(views.of(slice.items()), slice.next());
    }

    Slice<GoalRevisionView> revisions(Caller caller, UUID id, @Nullable Cursor after, int limit) {
        var goal = goals.require(id);
        clients.requireCaredForBy(caller, goal.clientId);
        audit.read(caller, "goal.revisions-listed", "goal", id, goal.clientId);
        return Slice.of(revisions.page(id, after, limit), limit, one -> Cursor.of(one.revision))
                .map(GoalRevisionView::of);
    }

    GoalView revise(Caller caller, UUID id, ReviseGoal request, @Nullable String ifMatch) {
        var goal = goals.requireHeld(id);
        var client = clients.requireCaredForBy(caller, goal.clientId).requireActive();
        Etags.require(ifMatch, goal.version);
        requireMay(caller, goal, request);
        goal.requireGoingOn();
        var changed = rewrite(caller, goal, request);
        if (request.reviewOn() != null
                && !goal.reviewOn.equals(request.reviewOn().value())) {
            goal.reviewOn = reviewOn(client, request.reviewOn().value());
            changed = true;
        }
        if (changed) {
            told(caller, goal, "goal.revised");
        }
        go(caller, goal, request);
        if (changed || request.step() != null) {
            goal.touch(clock.instant());
            goals.flush();
        }
        return views.of(goal);
    }

    /** What a client proposed is theirs to rewrite; what was agreed is rewritten with a clinician. They may always let go. */
    private static void requireMay(Caller caller, Goal goal, ReviseGoal request) {
        if (!caller.isClient()) {
            return;
        }
        if (request.step() == GoalStep.ACTIVE) {
            throw new ProblemException(ProblemType.FORBIDDEN, "A clinician agrees to goals.");
        }
        if (request.changesWhatWasAgreed() && goal.state() != GoalState.PROPOSED) {
            throw new ProblemException(ProblemType.FORBIDDEN, "What was agreed is changed together with a clinician.");
        }
    }

    /** Whether it says anything else now: then that is a new revision, and the ratings keep theirs. */
    private boolean rewrite(Caller caller, Goal goal, ReviseGoal request) {
        var before = revisions.current(goal);
        var now = before.words();
        var levels = request.levels() == null ? null : request.levels().value();
        var words = new Words(
                Given.orKeep(request.title(), now.title()),
                levels == null ? now.levels() : levels.over(now.levels()),
                Given.orKeep(request.weight(), now.weight()),
                Given.orKeep(request.baseline(), now.baseline()));
        if (words.equals(now)) {
            return false;
        }
        if (!words.levels().equals(now.levels()) && request.baseline() == null && ratings.isRated(goal.id)) {
            throw ProblemException.invalid(
                    "/baseline",
                    "say-again",
                    "Say where the client was at the start on the new levels: this goal was rated on the old ones.");
        }
        var next = new GoalRevision(Ids.next(), goal.id, before, words, caller.id(), clock.instant());
        revisions.persist(next);
        goal.revision = next.revision;
        return true;
    }

    private void go(Caller caller, Goal goal, ReviseGoal request) {
        var step = request.step();
        var why = request.why();
        if (why != null && (step == null || step == GoalStep.ACTIVE)) {
            throw ProblemException.invalid("/reason", "without-end", "A reason is given with the end of a goal.");
        }
        if (step == null) {
            return;
        }
        var now = clock.instant();
        switch (step) {
            case ACTIVE -> {
                goal.agree(places.free(caller, goal.clientId), caller.id(), now);
                told(caller, goal, "goal.agreed");
            }
            case ACHIEVED -> {
                goal.end(GoalState.ACHIEVED, why, caller.id(), now);
                told(caller, goal, "goal.achieved");
            }
            case CLOSED -> {
                if (why == null) {
                    throw ProblemException.invalid("/reason", "missing", "Say why it is let go.");
                }
                goal.end(GoalState.CLOSED, why, caller.id(), now);
                told(caller, goal, "goal.closed");
            }
        }
    }

    private LocalDate reviewOn(ClientRecord client, @Nullable LocalDate wanted) {
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        if (wanted == null) {
            return today.plusDays(USUAL_DAYS);
        }
        if (wanted.isBefore(today) || wanted.isAfter(today.plusYears(MOST_YEARS))) {
            throw ProblemException.invalid(
                    "/reviewOn", "out-of-range", "From today to " + MOST_YEARS + " years from now.");
        }
        return wanted;
    }

    private void told(Caller caller, Goal goal, String what) {
        outbox.put(what, goal.id, goal.clientId, Map.of("revision", goal.revision));
        audit.wrote(caller, what, "goal", goal.id, goal.clientId);
    }
}

package dev.kith.ladder;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.ladder.RungAttempt.Told;
import dev.kith.log.LogDirectory;
import dev.kith.log.LoggedWork;
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

/** Tries on ladders are told of, by people; and a clinician's word takes the place of the rule's. */
@ApplicationScoped
@Transactional
class Climbing {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    @Inject
    Ladders ladders;

    @Inject
    Rungs rungs;

    @Inject
    RungAttempts attempts;

    @Inject
    StepOverrides overrides;

    @Inject
    LadderViews views;

    @Inject
    LogDirectory logs;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    ClientDirectory clients;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** One log tells of one try: told of again, nothing changes. */
    LadderView tell(Caller caller, UUID ladderId, UUID rungId, TellAttempt request, @Nullable String language) {
        var ladder = ladders.requireHeld(ladderId);
        clients.requireCaredForBy(caller, ladder.clientId).requireActive();
        var rung = rungs.findByIdOptional(rungId)
                .filter(found -> found.ladderId.equals(ladderId))
                .orElseThrow(ProblemException::notFound);
        if (request.logId() == null) {
            add(
                    caller,
                    ladder,
                    new RungAttempt(
                            Ids.next(), rung, said(ladder, request), at(request), clock.instant(), caller.id()));
        } else {
            byLog(caller, ladder, rung, log(ladder, request), request.predicted());
        }
        return views.of(caller, ladder, language);
    }

    private void byLog(Caller caller, Ladder ladder, Rung rung, LoggedWork log, @Nullable Integer predicted) {
        var before = attempts.ofLog(log.id()).stream().findFirst();
        if (before.isPresent()) {
            if (!before.get().counts) {
                throw ProblemException.conflict(
                        "log-open", "Its correction leaves open which rung it was; tell of the try without the log.");
            }
            if (!before.get().rungId.equals(rung.id)) {
                throw ProblemException.conflict("log-counted", "This log tells of a try on another rung.");
            }
            return;
        }
        add(caller, ladder, made(caller, rung, log, predicted, null));
    }

    RungAttempt made(Caller caller, Rung rung, LoggedWork log, @Nullable Integer predicted, @Nullable Integer number) {
        return new RungAttempt(
                        Ids.next(), rung, FromLog.told(log, predicted), log.authoredAt(), clock.instant(), caller.id())
                .toldBy(log, number);
    }

    void add(Caller caller, Ladder ladder, RungAttempt attempt) {
        ladder.touch(clock.instant());
        attempts.persist(attempt);
        ladders.flush();
        outbox.put("ladder.tried", ladder.id, ladder.clientId, Map.of("rung", attempt.rungId.toString()));
        audit.wrote(caller, "ladder.tried", "ladder", ladder.id, ladder.clientId);
    }

    LadderView override(Caller caller, UUID ladderId, OverrideStep request, @Nullable String language) {
        var ladder = ladders.requireHeld(ladderId);
        clients.requireCaredForBy(caller, ladder.clientId).requireActive();
        var rung = rungs.findByIdOptional(request.rung())
                .filter(found -> found.ladderId.equals(ladderId) && found.isLive())
                .orElseThrow(() -> ProblemException.invalid("/rung", "unknown-rung", "No rung of this ladder."));
        overrides.persist(new StepOverride(Ids.next(), rung, request.reason(), caller.id(), clock.instant()));
        ladder.touch(clock.instant());
        ladders.flush();
        outbox.put("ladder.overridden", ladder.id, ladder.clientId, Map.of("rung", rung.id.toString()));
        audit.wrote(caller, "ladder.overridden", "ladder", ladder.id, ladder.clientId);
        return views.of(caller, ladder, language);
    }

    Slice<AttemptView> list(Caller caller, UUID ladderId, @Nullable Cursor after, int limit) {
        var ladder = ladders.require(ladderId);
        clients.requireCaredForBy(caller, ladder.clientId);
        audit.read(caller, "ladder.tries-listed", "ladder", ladderId, ladder.clientId);
        return Slice.of(attempts.pageOf(ladderId, after, limit), limit, one -> Cursor.of(one.triedAt, one.id))
                .map(AttemptView::of);
    }

    private LoggedWork log(Ladder ladder, TellAttempt request) {
        if (request.met() != null
                || request.outcome() != null
                || request.expectation() != null
                || request.stopRuleUsed() != null
                || request.at() != null) {
            throw ProblemException.invalid("/logId", "log-tells", "The log tells what came of it; say nothing else.");
        }
        return logs.find(Objects.requireNonNull(request.logId()))
                .filter(log -> log.clientId().equals(ladder.clientId)
                        && log.exercise().equals(ladder.exerciseKey)
                        && log.complete())
                .orElseThrow(() -> ProblemException.invalid(
                        "/logId", "unknown-log", "No completed log of this client and exercise."));
    }

    private Told said(Ladder ladder, TellAttempt request) {
        var definition = exercises
                .require(ladder.exercisePracticeId, ladder.exerciseKey, ladder.exerciseVersion)
                .definition();
        var outcome = request.outcome();
        if (outcome == null) {
            throw ProblemException.invalid("/outcome", "missing", "Say what came of it, or name its log.");
        }
        if (definition.outcome().flatMap(field -> field.option(outcome)).isEmpty()) {
            throw ProblemException.invalid("/outcome", "option-not-offered", "must be one of the exercise's outcomes");
        }
        if ((request.met() == null) != outcome.equals(Tried.NOT_DONE)) {
            throw ProblemException.invalid(
                    "/met", "met-or-not-done", "Say the highest distress, unless it was not done.");
        }
        return new Told(
                request.predicted(),
                request.met(),
                request.expectation(),
                outcome,
                Boolean.TRUE.equals(request.stopRuleUsed()));
    }

    private Instant at(TellAttempt request) {
        var now = clock.instant();
        var at = Objects.requireNonNullElse(request.at(), now);
        if (at.isAfter(now.plus(SKEW)) || at.isBefore(EARLIEST)) {
            throw ProblemException.invalid("/at", "out-of-range", "In the past, after 1970.");
        }
        return at;
    }
}

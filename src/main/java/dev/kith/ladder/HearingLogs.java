package dev.kith.ladder;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.log.LogCompleted;
import dev.kith.log.LoggedWork;
import dev.kith.log.RungNamed;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds the tries that completed logs tell of, in their transaction: on the rung that the log names, or on the one that it counts
 * from the bottom of the newest ladder. A log without a rung that is there stands without a try.
 */
@ApplicationScoped
class HearingLogs {
    @Inject
    Ladders ladders;

    @Inject
    Rungs rungs;

    @Inject
    RungAttempts attempts;

    @Inject
    Climbing climbing;

    @Inject
    ExerciseCatalogue exercises;

    /** A log may name rungs of its own client's ladders only. */
    void named(@Observes RungNamed news) {
        var theirs = rungs.findByIdOptional(news.rungId())
                .map(rung -> ladders.require(rung.ladderId))
                .filter(ladder ->
                        ladder.clientId.equals(news.clientId()) && ladder.exerciseKey.equals(news.exercise()));
        if (theirs.isEmpty()) {
            throw ProblemException.invalid(
                    "/rung", "unknown-rung", "No rung of this client's ladders of this exercise.");
        }
    }

    void completed(@Observes LogCompleted news) {
        var log = news.log();
        if (!isOnALadder(log)) {
            return;
        }
        var before = log.revision() == 1
                ? Optional.<RungAttempt>empty()
                : attempts.ofLog(log.id()).stream().findFirst();
        var number = FromLog.rung(log);
        var rung = rung(log, number, before);
        if (rung != null) {
            var predicted = before.filter(one -> one.rungId.equals(rung.id))
                    .map(one -> one.predicted)
                    .orElse(null);
            climbing.add(
                    news.by(),
                    ladders.requireHeld(rung.ladderId),
                    climbing.made(news.by(), rung, log, predicted, number));
        }
    }

    private boolean isOnALadder(LoggedWork log) {
        return exercises
                .find(log.exercise(), log.version())
                .filter(exercise -> exercise.definition().ladder())
                .isPresent();
    }

    /** A corrected log stays on its rung, unless it counts another one now. */
    private @Nullable Rung rung(LoggedWork log, @Nullable Integer number, Optional<RungAttempt> before) {
        if (log.rungId() != null) {
            return rungs.findById(log.rungId());
        }
        if (before.isPresent()
                && (before.get().rungNumber == null || Objects.equals(before.get().rungNumber, number))) {
            return rungs.findById(before.get().rungId);
        }
        var counted = number == null ? null : counted(log, number);
        return counted == null && before.isPresent() ? rungs.findById(before.get().rungId) : counted;
    }

    private @Nullable Rung counted(LoggedWork log, int number) {
        var ladder = ladders.newestHeld(log.clientId(), log.exercise());
        var live = ladder.map(found -> LadderViews.live(rungs.of(List.<UUID>of(found.id))))
                .orElse(List.of());
        return number >= 1 && number <= live.size() ? live.get(number - 1) : null;
    }
}

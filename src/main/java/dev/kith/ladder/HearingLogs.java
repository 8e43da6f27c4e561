package dev.kith.ladder;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.log.LogCompleted;
import dev.kith.log.LoggedWork;
import dev.kith.log.RungNamed;
import dev.kith.log.RungSaid;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds the tries that completed logs tell of, in their transaction: on the rung that the log names, or on the one whose number it
 * says. Ladders are rebuilt, and apps look at old copies of them: a number counts where it has never meant another rung, and the log is
 * told whether it did. A log without a rung that is there stands without a try.
 */
@ApplicationScoped
class HearingLogs {
    @Inject
    Ladders ladders;

    @Inject
    Rungs rungs;

    @Inject
    RungNumbers numbers;

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

    /** Before it is stored: a number that may mean more than one rung means none. */
    void said(@Observes RungSaid news) throws SQLException {
        var log = news.log();
        if (isOnALadder(log)) {
            var number = FromLog.rung(log);
            news.meant().say(rung(log, number, before(log)), log.rungId() == null && number != null);
        }
    }

    void completed(@Observes LogCompleted news) {
        var log = news.log();
        if (!isOnALadder(log)) {
            return;
        }
        var before = before(log);
        var number = FromLog.rung(log);
        var rung = news.rung().flatMap(rungs::findByIdOptional);
        if (rung.isPresent()) {
            var predicted = before.filter(one -> one.rungId.equals(rung.get().id))
                    .map(one -> one.predicted)
                    .orElse(null);
            add(news, climbing.made(news.by(), rung.get(), log, predicted, number));
        } else if (before.isPresent()) {
            var last = before.get();
            var tried = rungs.findById(last.rungId);
            add(
                    news,
                    climbing.made(news.by(), tried, log, last.predicted, number).notCounting());
        }
    }

    private Optional<RungAttempt> before(LoggedWork log) {
        return log.revision() == 1
                ? Optional.empty()
                : attempts.ofLog(log.id()).stream().findFirst();
    }

    private void add(LogCompleted news, RungAttempt attempt) {
        climbing.add(news.by(), ladders.requireHeld(attempt.ladderId), attempt);
    }

    private boolean isOnALadder(LoggedWork log) {
        return exercises
                .find(log.exercise(), log.version())
                .filter(exercise -> exercise.definition().ladder())
                .isPresent();
    }

    /** A corrected log stays on its rung, unless it says another number now. */
    private Optional<UUID> rung(LoggedWork log, @Nullable Integer number, Optional<RungAttempt> before)
            throws SQLException {
        if (log.rungId() != null) {
            return Optional.of(log.rungId());
        }
        var stays = before.filter(one ->
                one.counts && (number == null || one.rungNumber == null || Objects.equals(one.rungNumber, number)));
        return stays.isPresent() || number == null
                ? stays.map(one -> one.rungId)
                : numbers.meant(log.clientId(), log.exercise(), number, log.authoredAt());
    }
}

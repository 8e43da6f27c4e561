package dev.kith.log;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logs, for other rooms. Who may know of one is for them to ask, by its client. */
@ApplicationScoped
public class LogDirectory {
    @Inject
    Logs logs;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    ValuesJson json;

    public Optional<LoggedWork> find(UUID id) {
        return logs.findByIdOptional(id)
                .map(log -> of(log, json.read(exercise(log).definition(), log)));
    }

    /**
     * A log of the practice.
     *
     * @throws ProblemException 404
     */
    public LoggedWork require(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /** Complete ones of a client that were made or came in the period, newest first, at most so many; one query. */
    public List<LoggedWork> completeOf(UUID client, Instant from, Instant to, int most) {
        return logs.completeOf(client, from, to, most).stream()
                .map(log -> of(log, json.read(exercise(log).definition(), log)))
                .toList();
    }

    /** What it says; nothing where there is none yet. */
    LogValues stands(PublishedExercise exercise, @Nullable Log log) {
        return log == null ? LogValues.NONE : json.read(exercise.definition(), log);
    }

    PublishedExercise exercise(Log log) {
        return exercises.require(log.exercisePracticeId, log.exerciseKey, log.exerciseVersion);
    }

    static LoggedWork of(Log log, LogValues values) {
        return new LoggedWork(
                log.id,
                log.clientId,
                log.taskId,
                log.exerciseKey,
                log.exerciseVersion,
                log.isComplete(),
                log.revision,
                log.authoredAt,
                log.saysStopRuleUsed(),
                log.rungId,
                Words.facts(values));
    }
}

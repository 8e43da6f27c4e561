package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client logs a task: as often as they like as a draft, once for good. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Logging {
    @Inject
    TaskBook tasks;

    @Inject
    Logs logs;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    LogDirectory directory;

    @Inject
    Unplanned unplanned;

    @Inject
    Recording recording;

    @Inject
    Clock clock;

    /** What was stored, and whether it is new. */
    public record Stored(LogView view, boolean created) {}

    /** While the task is open. It is held from here on: of any number of twins one goes first, the others find its log. */
    public Stored log(Caller caller, UUID taskId, LogTask request, @Nullable String acceptLanguage)
            throws SQLException {
        var task = tasks.take(taskId)
                .filter(found -> found.clientId().equals(caller.clientId()))
                .orElseThrow(ProblemException::notFound)
                .requireExercise();
        var existing = task.logId() == null ? null : logs.requireHeld(task.logId());
        requireOwn(caller, existing);
        var exercise = existing != null ? directory.exercise(existing) : assigned(exercises, task);
        var values = LogFaults.require(exercise.definition(), request, directory.stands(exercise, existing));
        if (existing != null && existing.isComplete()) {
            return new Stored(recording.again(caller, existing, request, values, exercise), false);
        }
        unplanned.requireOpenGates(task, exercise);
        task.requireOpen();
        var log = existing != null
                ? existing
                : new Log(Ids.next(), task.clientId(), task.id(), exercise, LogAuthor.CLIENT, clock.instant());
        var entry = new Recording.Entry(
                exercise,
                values,
                language(exercise, request, existing, acceptLanguage),
                task,
                null,
                Moment.online(clock.instant()));
        return new Stored(recording.write(caller, log, request, entry), existing == null);
    }

    /** What says something else than what is completed is for a correction. */
    static ProblemException completedAlready() {
        return ProblemException.conflict(
                "already-completed",
                "It is completed and says something else; correct the log, or say anew who may read the words.");
    }

    static void requireOwn(Caller caller, @Nullable Log existing) {
        if (existing != null && !existing.isWrittenBy(caller)) {
            throw ProblemException.conflict("not-your-log", "Somebody else wrote it.");
        }
    }

    /** The version that a task is done on, by the policy of its assignment. */
    static PublishedExercise assigned(ExerciseCatalogue exercises, AssignedTask task) {
        var assigned = exercises.require(
                task.work().owner(), task.work().key(), task.work().version());
        return task.latestComparable() ? exercises.newestComparable(assigned) : assigned;
    }

    /** The one that it was shown in, as far as the version has it; halfway it may be another, and the last one counts. */
    static String language(
            PublishedExercise exercise, Sending sent, @Nullable Log existing, @Nullable String acceptLanguage) {
        if (existing != null && sent.language() == null && acceptLanguage == null) {
            return existing.language;
        }
        return exercise.languageFor(sent.language() == null ? acceptLanguage : sent.language());
    }
}

package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.assignment.TaskState;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.idempotency.Turns;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a client logged while their app was offline. What is complete is never turned away for what became of its task
 * meanwhile: a missed or skipped task takes it and is late; where a task cannot take it, it is kept without one; and where another log
 * was completed under its id, beside that.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class LoggingLate {
    @Inject
    Bringing bringing;

    @Inject
    Logs logs;

    @Inject
    TaskBook tasks;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    LogDirectory directory;

    @Inject
    Unplanned unplanned;

    @Inject
    Beside beside;

    @Inject
    BehindClosedGate behindClosedGate;

    @Inject
    ValuesJson json;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    /**
     * What became of it.
     *
     * @param changed false when it was there already
     * @param withoutTask the task that it names was not closed by it
     * @param newerStands it is a draft, and the one that is there was written after it and stays
     */
    public record Kept(LogView view, boolean created, boolean changed, boolean withoutTask, boolean newerStands) {}

    public Kept put(Caller caller, UUID id, PutLog request, @Nullable String acceptLanguage) throws SQLException {
        var client = bringing.client(caller, request);
        var author = Honesty.author(caller, request);
        var authoredAt = Honesty.doneAt(request, clock.instant());
        turns.take(caller, "log " + id);
        clientTurns.take(client.id());
        var existing = logs.findById(id);
        if (existing != null && !existing.clientId.equals(client.id())) {
            throw ProblemException.notFound();
        }
        var task = task(client, request, existing);
        Bringing.requireSame(existing, request, author);
        Logging.requireOwn(caller, existing);
        var exercise = existing != null ? directory.exercise(existing) : version(request, task);
        var values = LogFaults.require(exercise.definition(), request, directory.stands(exercise, existing));
        if (existing != null && existing.isComplete()) {
            if (request.complete() && !beside.hasSaid(existing, request, values, exercise)) {
                client.requireActive();
                logs.getEntityManager().refresh(existing, LockModeType.PESSIMISTIC_WRITE);
                return beside.keep(caller, client, existing, request, exercise, authoredAt, acceptLanguage);
            }
            if (!request.complete()) {
                throw Logging.completedAlready();
            }
            var without = isWithout(existing, request, task);
            return new Kept(rendering.view(caller, existing), false, false, without, false);
        }
        var said = Honesty.saidAt(request, clock.instant());
        if (existing != null) {
            var heeded = recording.heeding(caller, existing, request, values, said);
            if (says(existing, request, heeded, exercise, authoredAt)) {
                return new Kept(rendering.view(caller, existing, exercise, heeded), false, false, false, false);
            }
        }
        client.requireActive();
        if (existing != null && !request.complete() && authoredAt.isBefore(existing.authoredAt)) {
            return new Kept(
                    recording.overtaken(caller, existing, request, values, said, exercise), false, false, false, true);
        }
        if (task == null && existing == null) {
            unplanned.requireAllowed(caller, client.id(), exercise, true);
        }
        var lands = task != null && lands(task, id, request);
        if (existing == null && !lands) {
            unplanned.requireRoom(caller, client);
        }
        var log = existing != null
                ? existing
                : new Log(id, client.id(), lands ? request.task() : null, exercise, author, clock.instant());
        var language = Logging.language(exercise, request, existing, acceptLanguage);
        var entry = new Recording.Entry(exercise, values, language, lands ? task : null, authoredAt, said);
        var view = recording.write(caller, log, request, entry);
        behindClosedGate.tell(caller, log, exercise);
        return new Kept(view, existing == null, true, !lands && (task != null || request.task() != null), false);
    }

    /** A draft that is there already, word for word, and was not written anew since. */
    private boolean says(
            Log existing, PutLog request, LogValues values, PublishedExercise exercise, Instant authoredAt) {
        return !request.complete()
                && values.equals(json.read(exercise.definition(), existing))
                && Objects.equals(request.stopRuleUsed(), existing.stopRuleUsed)
                && Objects.equals(request.rung(), existing.rungId)
                && !Honesty.isWrittenAnew(request, authoredAt, existing.authoredAt);
    }

    /** Whether the task was closed by something else than this log. */
    private static boolean isWithout(Log existing, PutLog request, @Nullable AssignedTask task) {
        return existing.taskId == null ? request.task() != null : task != null && task.state() != TaskState.COMPLETED;
    }

    /** The task that is logged, held. A log that was kept without one stays without. */
    private @Nullable AssignedTask task(ClientRecord client, PutLog request, @Nullable Log existing)
            throws SQLException {
        var begun = existing == null ? null : existing.taskId;
        if (begun != null && request.task() != null && !request.task().equals(begun)) {
            throw ProblemException.conflict("id-taken", "This id holds a log of another task.");
        }
        var wanted = existing == null ? request.task() : begun;
        if (request.task() != null && !Objects.equals(wanted, request.task())) {
            held(client, request.task()); // another's task is not there, whatever the log says
        }
        if (wanted == null) {
            return null;
        }
        var task = held(client, wanted);
        if (request.exercise() != null && !task.work().key().equals(request.exercise())) {
            throw ProblemException.invalid(
                    "/exercise",
                    "not-the-tasks-exercise",
                    "The task asks for " + task.work().key() + ".");
        }
        if (existing != null) {
            logs.getEntityManager().refresh(existing); // it may have been completed while we waited for the task
        }
        return task;
    }

    private AssignedTask held(ClientRecord client, UUID task) throws SQLException {
        return tasks.take(task)
                .filter(found -> found.clientId().equals(client.id()))
                .orElseThrow(ProblemException::notFound)
                .requireExercise();
    }

    /** While the app was offline a newer version may have come; the one that was shown does where the two compare. */
    private PublishedExercise version(PutLog request, @Nullable AssignedTask task) {
        if (task != null && task.latestComparable() && request.version() != null) {
            var asked = Logging.assigned(exercises, task);
            var shown = exercises.find(task.work().key(), request.version());
            if (shown.isPresent() && exercises.newestComparable(shown.get()).version() == asked.version()) {
                return shown.get();
            }
        }
        return bringing.version(request, task);
    }

    /** Drafts can wait, so they are told why not; what is complete is kept all the same. */
    private static boolean lands(AssignedTask task, UUID id, PutLog request) {
        var taken = task.logId() != null && !task.logId().equals(id);
        try {
            task.requireOpenOrPast();
        } catch (ProblemException closed) {
            if (!request.complete()) {
                throw closed;
            }
            return false;
        }
        if (taken && !request.complete()) {
            throw ProblemException.conflict("task-logged", "The task has a log under another id.");
        }
        return !taken;
    }
}

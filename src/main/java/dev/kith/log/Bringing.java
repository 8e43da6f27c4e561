package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.idempotency.Turns;
import dev.kith.log.Logging.Stored;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores a log under an id that the sender made: from an app that was offline, of something that nobody planned, from a
 * clinician at the chair, from history. The same id twice is one row, however many come at once.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Bringing {
    @Inject
    Logs logs;

    @Inject
    ClientDirectory clients;

    @Inject
    TaskBook tasks;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    LogDirectory directory;

    @Inject
    Unplanned unplanned;

    @Inject
    Recording recording;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    public Stored put(Caller caller, UUID id, PutLog request, @Nullable String acceptLanguage) throws SQLException {
        var client = client(caller, request);
        Honesty.requireNoTimeOfAClient(caller, request);
        var author = Honesty.author(caller, request);
        var authoredAt = Honesty.authoredAt(caller, request, clock.instant());
        turns.take(caller, "log " + id);
        clientTurns.take(client.id());
        var existing = logs.findById(id);
        if (existing != null && !existing.clientId.equals(client.id())) {
            throw ProblemException.notFound();
        }
        var task = task(client, request, id, existing);
        requireSame(existing, request, author);
        Logging.requireOwn(caller, existing);
        var exercise = existing != null ? directory.exercise(existing) : version(request, task);
        var values = LogFaults.require(exercise.definition(), request, directory.stands(exercise, existing));
        if (existing != null && existing.isComplete()) {
            return new Stored(recording.again(caller, existing, request, values, exercise), false);
        }
        client.requireActive();
        if (task != null) {
            unplanned.requireOpenGates(task, exercise);
            task.requireOpen();
        } else if (existing == null) {
            unplanned.requireAllowed(caller, client.id(), exercise, authoredAt != null);
            unplanned.requireRoom(caller, client);
        }
        var log = existing != null
                ? existing
                : new Log(id, client.id(), request.task(), exercise, author, clock.instant());
        var entry = new Recording.Entry(
                exercise,
                values,
                Logging.language(exercise, request, existing, acceptLanguage),
                task,
                authoredAt != null || existing == null || caller.isClient() ? authoredAt : existing.authoredAt,
                Moment.online(clock.instant()));
        return new Stored(recording.write(caller, log, request, entry), existing == null);
    }

    ClientRecord client(Caller caller, PutLog request) {
        var id = caller.isClient() && request.client() == null ? caller.clientId() : request.client();
        if (id == null) {
            throw ProblemException.invalid("/client", "missing", "Say whom it is about.");
        }
        return clients.requireCaredForBy(caller, id);
    }

    /** The task that is logged, held: the one that is named, or the one that the draft began with. */
    private @Nullable AssignedTask task(ClientRecord client, PutLog request, UUID id, @Nullable Log existing)
            throws SQLException {
        var begun = existing == null ? null : existing.taskId;
        if (existing != null && request.task() != null && !request.task().equals(begun)) {
            throw ProblemException.conflict("id-taken", "This id holds a log of another task, or of none.");
        }
        var wanted = request.task() == null ? begun : request.task();
        var task = wanted == null
                ? null
                : tasks.take(wanted)
                        .filter(found -> found.clientId().equals(client.id()))
                        .orElseThrow(ProblemException::notFound)
                        .requireExercise();
        if (task != null && request.exercise() != null && !task.work().key().equals(request.exercise())) {
            throw ProblemException.invalid(
                    "/exercise",
                    "not-the-tasks-exercise",
                    "The task asks for " + task.work().key() + ".");
        }
        if (task != null && task.logId() != null && !task.logId().equals(id)) {
            throw ProblemException.conflict("task-logged", "The task has a log under another id.");
        }
        if (existing != null) {
            // it may have been completed while we waited for the task
            logs.getEntityManager().refresh(existing, LockModeType.PESSIMISTIC_WRITE);
        }
        return task;
    }

    PublishedExercise version(PutLog request, @Nullable AssignedTask task) {
        if (task != null) {
            var asked = Logging.assigned(exercises, task);
            if (request.version() != null && request.version() != asked.version()) {
                throw ProblemException.invalid(
                        "/version", "not-the-tasks-version", "The task asks for version " + asked.version() + ".");
            }
            return asked;
        }
        if (request.exercise() == null) {
            throw ProblemException.invalid("/exercise", "missing", "Name the exercise, or a task.");
        }
        var found = request.version() == null
                ? exercises.findCurrent(request.exercise())
                : exercises.find(request.exercise(), request.version());
        return found.orElseThrow(() -> ProblemException.invalid(
                "/exercise", "unknown-exercise", "No published exercise has this key and version."));
    }

    static void requireSame(@Nullable Log existing, PutLog request, LogAuthor author) {
        if (existing != null
                && (!Objects.requireNonNullElse(request.exercise(), existing.exerciseKey)
                                .equals(existing.exerciseKey)
                        || (request.version() != null && request.version() != existing.exerciseVersion)
                        || !existing.author.equals(author.code()))) {
            throw ProblemException.conflict("id-taken", "This id holds a log of something else.");
        }
    }
}

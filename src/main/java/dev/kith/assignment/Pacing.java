package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.BadSchedule;
import dev.kith.recurrence.Span;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The client's pace with given work: not this time, not now, less of it. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Pacing {
    @Inject
    Tasks tasks;

    @Inject
    Assignments assignments;

    @Inject
    Assigning assigning;

    @Inject
    Scheduling scheduling;

    @Inject
    ScheduleBook book;

    @Inject
    AssignmentViews views;

    @Inject
    ClientTurns clientTurns;

    @Inject
    ClientDirectory clients;

    @Inject
    Event<ClientTroubled> troubled;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Skips for good; the same barrier again changes nothing. Feeling unsafe is told to the clinician. */
    public void skip(Caller caller, UUID taskId, Barrier barrier, @Nullable String note) {
        var task = held(caller, taskId);
        if (!isSkippedSo(task, barrier, note)) {
            requireNotPaused(task);
            requireOpen(task, clock.instant());
            var now = clock.instant();
            task.skip(barrier, note, now, null, now);
            tellSkipped(caller, task, barrier);
        }
    }

    /**
     * What was skipped offline and comes late: what counts as missed meanwhile was skipped. What was done after all, or withdrawn, stays
     * so; that it felt unsafe is told all the same. When it was skipped counts by our clock. False when the task stays as it is.
     */
    public boolean skipLate(Caller caller, UUID taskId, SkippedLate skipped) {
        var task = held(caller, taskId);
        var now = clock.instant();
        var state = task.state(now);
        var barrier = skipped.barrier();
        var said = skipped.byOurClock(now);
        var at = said.isBefore(task.opensAt) ? task.opensAt : said; // a phone's clock may have lost years
        if (state == TaskState.COMPLETED || state == TaskState.CANCELLED) {
            tellUnsafe(caller, task, barrier);
            return false;
        }
        if (isSkippedSo(task, barrier, skipped.note())) {
            return false;
        }
        if (state != TaskState.MISSED) {
            requireOpen(task, now);
        }
        task.skip(barrier, skipped.note(), at, skipped.ahead(now), now);
        tellSkipped(caller, task, barrier);
        return true;
    }

    private static boolean isSkippedSo(Task task, Barrier barrier, @Nullable String note) {
        if (!TaskState.SKIPPED.code().equals(task.endedAs)) {
            return false;
        }
        if (barrier.code().equals(task.barrier) && Objects.equals(note, task.barrierNote)) {
            return true;
        }
        throw ProblemException.conflict("already-skipped", "It was skipped for another barrier.");
    }

    private void tellSkipped(Caller caller, Task task, Barrier barrier) {
        outbox.put("task.skipped", task.id, task.clientId, Map.of("barrier", barrier.code()));
        audit.wrote(caller, "task.skipped", "task", task.id, task.clientId);
        tellUnsafe(caller, task, barrier);
    }

    private void tellUnsafe(Caller caller, Task task, Barrier barrier) {
        if (barrier == Barrier.FELT_UNSAFE) {
            troubled.fire(new ClientTroubled(caller, task.clientId, "felt-unsafe", task.id, ""));
        }
    }

    /** Reminders wait until then; the window stays as it is. */
    void snooze(Caller caller, UUID taskId, SnoozeTask request) {
        var task = held(caller, taskId);
        var now = clock.instant();
        requireNotPaused(task);
        requireOpen(task, now);
        var until = until(request, ZoneId.of(task.timeZone), now);
        if (!until.isAfter(now) || !until.isBefore(task.closesAt)) {
            throw ProblemException.invalid(
                    request.until() == null ? "/forDuration" : "/until",
                    "out-of-range",
                    "After now and before the task closes.");
        }
        task.snooze(until, now);
        outbox.put("task.snoozed", task.id, task.clientId, Map.of("until", until.toString()));
        audit.wrote(caller, "task.snoozed", "task", task.id, task.clientId);
    }

    /** Lowers the dose by a step from the next period on, or pauses where nothing is left to lower; the clinician hears of it. */
    TooMuchView tooMuch(Caller caller, UUID assignmentId, SayTooMuch request) throws SQLException {
        var assignment = assigning.taken(assignmentId);
        clients.requireCaredForBy(caller, assignment.clientId).requireActive();
        if (assignment.state() != AssignmentState.ACTIVE) {
            throw ProblemException.conflict(
                    "not-active", "It is " + assignment.state().code() + ".");
        }
        var lower = Lessening.of(book.of(assignment));
        if (lower.isPresent()) {
            scheduling.revise(caller, assignment, lower.get().schedule(), ScheduleChange.TOO_MUCH, request.note());
            audit.wrote(caller, "assignment.lowered", "assignment", assignment.id, assignment.clientId);
        } else {
            assigning.become(caller, assignment, AssignmentState.PAUSED, request.note());
            assigning.settle(assignment.clientId);
        }
        var step = lower.map(Lessening.Lower::step).orElse(Lessening.Step.PAUSED);
        outbox.put(
                "assignment.too-much",
                assignment.id,
                assignment.clientId,
                Map.of("done", step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        troubled.fire(new ClientTroubled(
                caller, assignment.clientId, "too-much", assignment.id, "revision " + assignment.version));
        assignments.flush();
        return new TooMuchView(step, views.of(caller, assignment));
    }

    /** The client's own task, held. */
    private Task held(Caller caller, UUID taskId) {
        clientTurns.take(Objects.requireNonNull(caller.clientId()));
        var task = tasks.findByIdOptional(taskId, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.clientId.equals(caller.clientId()))
                .orElseThrow(ProblemException::notFound);
        clients.requireCaredForBy(caller, task.clientId).requireActive();
        return task;
    }

    private void requireNotPaused(Task task) {
        if (assignments.require(task.assignmentId).state() == AssignmentState.PAUSED) {
            throw ProblemException.conflict("assignment-paused", "The assignment is paused.");
        }
    }

    private static void requireOpen(Task task, Instant now) {
        var state = task.state(now);
        if (state == TaskState.SCHEDULED) {
            throw ProblemException.conflict("task-not-open", "The task opens later; read it again.");
        }
        if (state != TaskState.OPEN) {
            throw ProblemException.conflict("task-closed", "The task is closed: " + state.code() + ".");
        }
    }

    private static Instant until(SnoozeTask request, ZoneId zone, Instant now) {
        if ((request.until() == null) == (request.forDuration() == null)) {
            throw ProblemException.invalid("", "one-of", "Say until or forDuration, and not both.");
        }
        if (request.until() != null) {
            return request.until();
        }
        try {
            var span = Span.parse(Objects.requireNonNull(request.forDuration()));
            return now.atZone(zone).plus(span.date()).plus(span.time()).toInstant();
        } catch (BadSchedule e) {
            throw ProblemException.invalid("/forDuration", e.code().word(), String.valueOf(e.getMessage()));
        }
    }
}

package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.Gates;
import dev.kith.assignment.GivenWork;
import dev.kith.client.ClientRecord;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.ExerciseDefinition.Starter;
import dev.kith.exercise.PublishedExercise;
import dev.kith.limits.DayBounds;
import dev.kith.limits.DayBounds.Sent;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Whether an exercise may be begun that no task asks for, and whether gates stand against one that a task asks for. */
@ApplicationScoped
class Unplanned {
    @Inject
    GivenWork work;

    @Inject
    Gates gates;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Logs logs;

    @Inject
    DayBounds bounds;

    @Inject
    Clock clock;

    /**
     * A client begins what clients may begin, or what they were given; where a gate is closed nobody begins anything.
     *
     * @param past what was done long ago is no beginning
     */
    void requireAllowed(Caller caller, UUID client, PublishedExercise exercise, boolean past) {
        if (caller.isClient()) {
            exercises.requireGivable(exercise);
            requireStartable(client, exercise);
        }
        if (!past) {
            requireOpenGates(client, exercise, "/exercise");
        }
    }

    /** A client's app sends so much a day and no more: 429, and when there is room again. Who holds the client's turn is not overtaken. */
    void requireRoom(Caller caller, ClientRecord client) {
        if (caller.isClient()) {
            bounds.require(Sent.LOGS, clock.instant(), client.timeZone(), sent(caller));
        }
    }

    boolean hasRoom(Caller caller, ClientRecord client) {
        return !caller.isClient() || bounds.hasRoom(Sent.LOGS, clock.instant(), client.timeZone(), sent(caller));
    }

    /** The day that is counted. */
    LocalDate today(ClientRecord client) {
        return LocalDate.ofInstant(clock.instant(), client.timeZone());
    }

    private DayBounds.Count sent(Caller caller) {
        return from -> logs.unplannedSince(caller.id(), from);
    }

    /** Nobody is asked to do by a task what a closed gate keeps them from: 409, and which gates. Who closes one pauses the work, so that gates are asked only then. */
    void requireOpenGates(AssignedTask task, PublishedExercise exercise) {
        if (task.paused()) {
            requireOpenGates(task.clientId(), exercise, "");
        }
    }

    private void requireStartable(UUID client, PublishedExercise exercise) {
        if (!exercise.definition().mayBeStartedBy(Starter.CLIENT) && !work.hasActive(client, exercise.key())) {
            throw ProblemException.conflict("not-given", "A clinician gives this exercise; it is not given now.");
        }
    }

    private void requireOpenGates(UUID client, PublishedExercise exercise, String pointer) {
        var closed = gates.closedFor(client, exercise);
        if (!closed.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "A gate of this exercise is closed for this client.",
                    closed.stream()
                            .map(gate -> new Problem.Fault(pointer, "gate-closed", gate))
                            .toList());
        }
    }
}

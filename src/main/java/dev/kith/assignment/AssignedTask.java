package dev.kith.assignment;

import dev.kith.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as whoever does it needs it: held against every other answer until the transaction ends.
 *
 * @param latestComparable whether a newer comparable version may be done instead
 * @param paused whether its assignment is paused
 * @param responseId the draft or response that it has already
 * @param logId the draft or log that it has already
 * @param idleFor how long it stays open after the last activity, ISO 8601; null where only the window counts
 */
public record AssignedTask(
        UUID id,
        UUID assignmentId,
        UUID clientId,
        Work work,
        boolean latestComparable,
        boolean paused,
        TaskState state,
        Instant opensAt,
        Instant closesAt,
        String timeZone,
        @Nullable String idleFor,
        @Nullable UUID responseId,
        @Nullable UUID logId) {

    /**
     * For answers.
     *
     * @throws ProblemException 409 when it asks for an exercise
     */
    public AssignedTask requireQuestionnaire() {
        if (work.isExercise()) {
            throw ProblemException.conflict("asks-for-an-exercise", "The task asks for an exercise; log it.");
        }
        return this;
    }

    /**
     * For logs.
     *
     * @throws ProblemException 409 when it asks for a questionnaire
     */
    public AssignedTask requireExercise() {
        if (!work.isExercise()) {
            throw ProblemException.conflict(
                    "asks-for-a-questionnaire", "The task asks for a questionnaire; answer it.");
        }
        return this;
    }

    /** 409 when it cannot be done now, and why. */
    public void requireOpen() {
        requireNotPaused();
        if (state != TaskState.OPEN) {
            throw ProblemException.conflict("task-closed", "The task is closed: " + state.code() + ".");
        }
    }

    /**
     * For what was done offline and comes late: missed and skipped tasks take it, and are marked late. 409 for what cannot have been done.
     */
    public void requireOpenOrPast() {
        requireNotPaused();
        if (state == TaskState.CANCELLED || state == TaskState.COMPLETED) {
            throw ProblemException.conflict("task-closed", "The task is closed: " + state.code() + ".");
        }
    }

    private void requireNotPaused() {
        if (paused) {
            throw ProblemException.conflict("assignment-paused", "The assignment is paused.");
        }
        if (state == TaskState.SCHEDULED) {
            throw ProblemException.conflict("task-not-open", "The task opens later; read it again.");
        }
    }
}

package dev.kith.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as whoever answers it needs it: held against every other answer until the transaction ends.
 *
 * @param questionnaireOwner the practice whose questionnaire it is, or the library
 * @param latestComparable whether a newer comparable version may be answered instead
 * @param paused whether its assignment is paused
 * @param responseId the draft or response that it has already
 */
public record AssignedTask(
        UUID id,
        UUID assignmentId,
        UUID clientId,
        UUID questionnaireOwner,
        String questionnaire,
        int version,
        boolean latestComparable,
        boolean paused,
        TaskState state,
        @Nullable UUID responseId) {}

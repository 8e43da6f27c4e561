package dev.kith.assignment;

import dev.kith.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as its client and the care team see it. */
@Schema(description = "One occurrence of an assignment, with its own window.")
public record TaskView(
        UUID id,
        UUID assignmentId,
        UUID clientId,

        @Schema(description = "Null for an exercise.", examples = "phq-9") @Nullable
        String questionnaire,

        @Schema(description = "Null for a questionnaire.", examples = "asking-ladder") @Nullable
        String exercise,

        @Schema(description = "The version to render and do.")
        int version,

        @Schema(description = "In the language asked for.", examples = "Patient Health Questionnaire (PHQ-9)")
        String title,

        TaskState state,

        @Schema(description = "Whether the assignment is paused: nothing can be answered until it is resumed.")
        boolean paused,

        @Schema(description = "Wall time of opening, in timeZone.", examples = "2026-12-01T00:00")
        String local,

        @Schema(description = "From 1 among tasks with the same wall time; more than 1 only by a dose.")
        int ordinal,

        @Schema(examples = "Europe/Berlin") String timeZone,

        @Schema(description = "What a clock change did to the opening: none, gap or overlap.")
        String shifted,

        Instant opensAt,
        Instant dueAt,

        @Schema(description = "Until then it is on time: due and its grace.")
        Instant lateAfter,

        Instant closesAt,

        @Schema(description = "Reminders wait until then.") @Nullable
        Instant snoozedUntil,

        @Schema(description = "The draft or response to it.") @Nullable
        UUID responseId,

        @Schema(description = "The draft or log of it.") @Nullable
        UUID logId,

        @Nullable Instant endedAt,

        @Schema(
                description =
                        "Why it was cancelled: assignment-ended, schedule-revised, weekly-cap, paused, program-moved.")
        @Nullable
        String endedWhy,

        @Schema(description = "What stood in the way when it was skipped.") @Nullable
        Barrier barrier,

        @Schema(description = "What the client wrote with it; null for practice software.") @Nullable
        String barrierNote,

        @Schema(
                description =
                        "When it was skipped, by our clock: of what was skipped offline earlier than endedAt, when we heard of it."
                                + " Null where it is not skipped.")
        @Nullable
        Instant skippedAt,

        @Schema(description = "Done after it closed; kept, and marked.")
        boolean late,

        @Schema(
                description =
                        "Gates of its exercise that are closed for the client now: its work is held, nothing of it can be logged,"
                                + " and the gate's words say why. Empty when nothing stands against it.",
                examples = "[\"safe-person\"]")
        List<String> closedGates) {

    static TaskView of(Caller caller, ToDo.Row t, int version, String title, List<String> closedGates, Instant now) {
        return new TaskView(
                t.id(),
                t.assignmentId(),
                t.clientId(),
                t.questionnaireKey(),
                t.exerciseKey(),
                version,
                title,
                t.state(now),
                t.paused(),
                t.startsLocal().toString(),
                t.ordinal(),
                t.timeZone(),
                t.shifted(),
                t.opensAt(),
                t.dueAt(),
                t.lateAfter(),
                t.closesAt(),
                t.snoozedUntil(),
                t.responseId(),
                t.logId(),
                t.endedAt(),
                t.endedWhy(),
                t.barrier() == null ? null : Barrier.of(t.barrier()),
                caller.isMachine()
                        ? null
                        : t.barrierNote(), // a client's own words are for their care team, not for programs
                t.state(now) != TaskState.SKIPPED || t.skippedAt() != null ? t.skippedAt() : t.endedAt(),
                t.late(),
                closedGates);
    }
}

/** A page of tasks, in the order of opening. */
@Schema(description = "A page of tasks, in the order of opening.")
record TaskPage(
        List<TaskView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

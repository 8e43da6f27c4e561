package dev.kith.assignment;

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
        @Schema(examples = "phq-9") String questionnaire,

        @Schema(description = "The version to render and answer.")
        int version,

        @Schema(description = "In the language asked for.", examples = "Patient Health Questionnaire (PHQ-9)")
        String title,

        TaskState state,

        @Schema(description = "Whether the assignment is paused: nothing can be answered until it is resumed.")
        boolean paused,

        @Schema(description = "Wall time of opening, in timeZone.", examples = "2026-12-01T00:00")
        String local,

        @Schema(examples = "Europe/Berlin") String timeZone,

        @Schema(description = "What a clock change did to the opening: none, gap or overlap.")
        String shifted,

        Instant opensAt,
        Instant dueAt,
        Instant closesAt,

        @Schema(description = "The draft or response to it.") @Nullable
        UUID responseId,

        @Nullable Instant endedAt) {

    static TaskView of(ToDo.Row t, int version, String title, Instant now) {
        return new TaskView(
                t.id(),
                t.assignmentId(),
                t.clientId(),
                t.questionnaireKey(),
                version,
                title,
                TaskState.at(now, t.endedAs(), t.opensAt(), t.closesAt()),
                AssignmentState.of(t.assignmentState()) == AssignmentState.PAUSED,
                t.startsLocal().toString(),
                t.timeZone(),
                t.shifted(),
                t.opensAt(),
                t.dueAt(),
                t.closesAt(),
                t.responseId(),
                t.endedAt());
    }
}

/** A page of tasks, in the order of opening. */
@Schema(description = "A page of tasks, in the order of opening.")
record TaskPage(
        List<TaskView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

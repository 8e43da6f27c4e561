package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a task is as it is. */
@Schema(description = "Why a task is there, and why it is open, due, closed or moved.")
public record TaskExplanation(
        UUID taskId,
        TaskState state,
        Because because,

        @Schema(
                description =
                        "The same in sentences, in the order of what happened and in the language that fits Accept-Language best.")
        List<String> words,

        @Schema(description = "The wall time asked for, in timeZone.", examples = "2026-03-29T02:30")
        String local,

        @Schema(examples = "Europe/Berlin") String timeZone,

        @Schema(description = "What a clock change did to the opening: none, gap or overlap.")
        String shifted,

        Instant opensAt,
        Instant dueAt,
        Instant lateAfter,
        Instant closesAt,

        @Schema(
                description =
                        "Gates of its exercise that are closed for the client while it is open: it cannot be done until they open.",
                examples = "[\"safe-person\"]")
        List<String> closedGates,

        @Schema(description = "Reminders wait until then; null where it is not snoozed, or not any more.") @Nullable
        Instant snoozedUntil,

        @Schema(description = "The schedule that made it.") ScheduleRevisionView madeBy,

        @Schema(
                description =
                        "The schedule's revisions since then, the oldest first; each touched only what had not opened.")
        List<ScheduleRevisionView> since) {

    /** The one thing that decides where it stands. */
    public enum Because {
        @JsonProperty("opens-later")
        OPENS_LATER,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("gate-closed")
        GATE_CLOSED,
        @JsonProperty("past-due")
        PAST_DUE,
        @JsonProperty("kept-open-by-activity")
        KEPT_OPEN_BY_ACTIVITY,
        @JsonProperty("assignment-paused")
        ASSIGNMENT_PAUSED,
        @JsonProperty("done")
        DONE,
        @JsonProperty("done-late")
        DONE_LATE,
        @JsonProperty("closed-without-answer")
        CLOSED_WITHOUT_ANSWER,
        @JsonProperty("skipped")
        SKIPPED,
        @JsonProperty("assignment-ended")
        ASSIGNMENT_ENDED,
        @JsonProperty("schedule-revised")
        SCHEDULE_REVISED,
        @JsonProperty("weekly-cap")
        WEEKLY_CAP,
        @JsonProperty("closed-while-paused")
        CLOSED_WHILE_PAUSED,
        @JsonProperty("program-moved")
        PROGRAM_MOVED
    }
}

package dev.kith.sync;

import dev.kith.assignment.TaskDirectory.NeededDefinition;
import dev.kith.assignment.TaskView;
import dev.kith.feedback.FeedbackView;
import dev.kith.goal.GoalStanding;
import dev.kith.program.EnrollmentStanding;
import dev.kith.safety.CrisisCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a batch, and what is new. */
@Schema(description = "What became of each item, and what changed since the cursor.")
record SyncReply(
        Instant serverTime,

        @Schema(description = "How far the app's clock is ahead of ours, in milliseconds.")
        long clientClockAheadMs,

        @Schema(description = "One for each item, in the order they were sent.")
        List<SyncItemResult> items,

        @Schema(
                description =
                        "Not empty: show them at once, before anything else. Those of the items again, of refused ones too.")
        List<CrisisCard> crisisCards,

        SyncChanges changes,

        @Schema(description = "All versions that the client's tasks ask for now, not only new ones.")
        List<NeededDefinition> definitions,

        @Schema(description = "Send it the next time.") String cursor,

        @Schema(description = "There is more: send the cursor again now, with no items.")
        boolean more) {}

/** What changed. */
@Schema(
        description =
                "Each as it is now, to take the place of what the app has. What changed about the time of the last reply may"
                        + " come twice; nothing is left out.")
record SyncChanges(
        List<TaskView> tasks,
        List<ChangedResponse> answered,
        List<ChangedLog> logs,
        List<FeedbackView> feedback,
        List<EnrollmentStanding> enrollments,
        List<GoalStanding> goals) {}

/** Where a response stands; read it for what it says. */
@Schema(description = "Where a response stands; read it for what it says.")
record ChangedResponse(
        UUID id,
        @Nullable UUID taskId,
        @Schema(examples = "phq-9") String questionnaire,

        @Schema(description = "in-progress, completed, amended or entered-in-error.", examples = "completed")
        String state,

        int revision) {}

/** Where a log stands; read it for what it says. */
@Schema(description = "Where a log stands; read it for what it says.")
record ChangedLog(
        UUID id,
        @Nullable UUID taskId,
        @Schema(examples = "ask-and-notice") String exercise,

        @Schema(description = "in-progress, completed or corrected.", examples = "completed")
        String state,

        int revision) {}

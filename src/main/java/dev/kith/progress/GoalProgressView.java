package dev.kith.progress;

import dev.kith.goal.GoalState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A goal, as it stood at the end of the period. */
@Schema(description = "A goal, as it stood at the end of the period and in the words that counted then.")
record GoalProgressView(
        UUID goalId,

        @Schema(examples = "Tell my sister how my day really was")
        String title,

        @Schema(description = "active or achieved, by the end of the period.")
        GoalState state,

        @Schema(description = "Which words these are.") int revision,

        @Schema(description = "1 to 3.", examples = "2") int weight,

        @Schema(description = "Where the client was at the start.")
        GoalLevelView baseline,

        @Schema(description = "Where the client saw themself last, on these levels.") @Nullable
        GoalSeenView client,

        @Schema(description = "Where the care team saw them last, on these levels.") @Nullable
        GoalSeenView clinician,

        Instant agreedAt,
        @Nullable Instant achievedAt) {

    /** One of five levels. */
    @Schema(description = "One of a goal's five levels.")
    record GoalLevelView(
            @Schema(description = "-2 to +2; 0 is what was hoped for.", examples = "-1")
            int level,

            @Schema(description = "What it looks like.", examples = "Once a month")
            String looksLike) {}

    /** A rating. */
    @Schema(description = "Where one side saw the client last.")
    record GoalSeenView(
            UUID ratingId,

            @Schema(description = "-2 to +2; 0 is what was hoped for.", examples = "1")
            int level,

            @Schema(description = "What it looks like.", examples = "Twice a week")
            String looksLike,

            @Schema(description = "Of the goal, whose levels were looked at; they are the same as now.")
            int revision,

            Instant at) {}
}

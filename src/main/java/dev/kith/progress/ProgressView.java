package dev.kith.progress;

import dev.kith.questionnaire.ScoreView.BandNamed;
import dev.kith.signal.SeriesSignalView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it went: scores, exercises, ladders and what was done of what was given. */
@Schema(
        description =
                "How it went in the period: scores scale by scale, exercises, ladders, and what was done of what was given.")
record ProgressView(
        UUID clientId,

        @Schema(description = "The moment that was asked for, days being the client's; null when none was.") @Nullable
        Instant from,

        @Nullable Instant to,

        @Schema(description = "From what change is counted: first, episode, or a date.", examples = "first")
        String baseline,

        @Schema(
                description =
                        "Scales beside each other, by questionnaire, then by author: what each says is never mixed.")
        List<SeriesView> scales,

        @Schema(
                description =
                        "What check-ins say of daily life: those of the scales that follow a dimension, week by week, by dimension. Two"
                                + " questionnaires that follow one stand side by side.")
        List<DimensionView> dimensions,

        @Schema(
                description =
                        "Rules that judge several measures together, where all of these were answered; empty for clients.")
        List<JointView> joint,

        List<ExerciseProgressView> exercises,

        @Schema(description = "Newest first.") List<LadderProgressView> ladder,

        @Schema(
                description =
                        "Goals that were active or achieved at the end of the period and counted within it, newest first. Empty for practice"
                                + " software.")
        List<GoalProgressView> goals,

        @Schema(
                description =
                        "The T-score over those of them that were active, by whoever rated last. Null for practice software.")
        @Nullable
        GoalsAttainedView goalAttainment,

        AdherenceView adherence,

        @Schema(description = "The same by assignment, the one with the newest task first.")
        List<AssignmentAdherenceView> adherenceByAssignment,

        @Schema(
                description =
                        "Kinds of which there is more than is looked at, of which the newest are: responses (2000), tasks (5000), logs (2000),"
                                + " tries (500 a ladder), goals (50). Name a shorter period.",
                examples = "[\"tasks\"]")
        List<String> truncated) {

    /** One scale by one author. */
    @Schema(description = "One scale of one questionnaire, by one kind of author.")
    record SeriesView(
            @Schema(examples = "phq-9") String questionnaire,
            @Schema(examples = "total") String scale,
            String title,

            @Schema(description = "client, clinician or informant: never mixed.")
            String author,

            @Schema(description = "higher-is-worse, higher-is-better, or neither.")
            String direction,

            @Schema(description = "Must stand beside every result; null when nothing must.") @Nullable
            String label,

            @Schema(description = "In the order of time; at most the newest 366.")
            List<PointView> points,

            @Schema(description = "There are more points in the period. Baseline and change know them all.")
            boolean truncated,

            @Schema(
                    description =
                            "Where a version no longer means the same as the one before: nothing is compared across.")
            List<SeriesBreakView> breaks,

            @Schema(description = "From which change is counted; null with baselineReason.") @Nullable
            PointView baseline,

            @Schema(
                    description =
                            "The baseline that was asked for lies before a break: the first after it stands for it.")
            boolean baselineAfterBreak,

            @Schema(description = "NO_MEASUREMENT, or NO_MEASUREMENT_THERE: none where it was looked for.") @Nullable
            String baselineReason,

            @Schema(description = "The last that counts.") @Nullable
            PointView latest,

            ChangeView change,

            @Schema(description = "Facts beside the change and never merged with it; null for clients.") @Nullable
            MilestonesView milestones,

            @Schema(description = "Null with trendReason.") @Nullable
            TrendView trend,

            @Schema(description = "NO_MEASUREMENT, NO_MEASUREMENT_THERE, or FEWER_THAN_THREE_TIMES.") @Nullable
            String trendReason,

            @Schema(description = "Steps that were sudden; null for clients.") @Nullable
            SuddenShiftsView suddenShifts,

            @Schema(
                    description =
                            "What the rules about scores say at the end of the period, of all scores before it, by the practice's thresholds."
                                    + " Those about answers and work are listed with the client's signals. Empty for clients.")
            List<SeriesSignalView> signals,

            @Schema(
                    description =
                            "The change in plain words, in the language that fits Accept-Language best. No diagnosis.",
                    examples =
                            "The score moved by 7 in the good direction. That is more than measuring alone would make.")
            String inWords) {}

    /** One score in time. */
    @Schema(description = "One score in time.")
    record PointView(
            @Schema(description = "When it was given.") Instant at,

            @Schema(description = "Null when it does not count; see reason.", examples = "17") @Nullable
            BigDecimal value,

            @Schema(description = "Why it does not count.") @Nullable
            String reason,

            @Schema(description = "Null where the scale has none, and for clients.") @Nullable
            BandNamed band,

            UUID responseId,

            @Schema(
                    description =
                            "Whether it compares with the latest: nothing between the two changed what scores mean.")
            boolean comparable,

            @Schema(description = "Of the questionnaire.") int version) {}

    /** Where scores mean something else. */
    @Schema(description = "Where the meaning of scores changes.")
    record SeriesBreakView(
            @Schema(description = "Of the first score after it.")
            Instant at,

            int versionBefore,
            int versionAfter) {}
}

package dev.kith.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of one exercise. */
@Schema(description = "What came of one exercise, over its sessions in the period. Means have two decimals, half-up.")
record ExerciseProgressView(
        @Schema(examples = "ask-and-notice") String exercise,
        String title,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Completed logs; 0 of an exercise that was only skipped.")
        int sessions,

        @Schema(
                description =
                        "Of these, of a version that does not compare with the newest one logged: in no figure here.")
        int leftOut,

        @Schema(description = "Of the last session; null without any.") @Nullable
        Instant lastAt,

        @Schema(description = "How often a stop rule was used.")
        int stopRuleUsed,

        @Schema(
                description = "Mean distress before, over sessions that have both; null with dropReason.",
                examples = "6.5")
        @Nullable
        BigDecimal distressBefore,

        @Schema(description = "Mean distress after, over the same.", examples = "4") @Nullable
        BigDecimal distressAfter,

        @Schema(description = "Within a session: mean of before less after. Positive is a fall.", examples = "2.5")
        @Nullable
        BigDecimal drop,

        @Schema(description = "Over so many sessions.") int dropSessions,

        @Schema(description = "Within a session: mean of the highest less after.") @Nullable
        BigDecimal dropFromPeak,

        @Schema(description = "Between sessions: before of the first less that of the last; null unless two have it.")
        @Nullable
        BigDecimal betweenBefore,

        @Schema(description = "Between sessions: the highest of the first less that of the last.") @Nullable
        BigDecimal betweenPeak,

        @Schema(
                description =
                        "Why there is no drop: NOT_MEASURED, where the exercise does not note distress before and after; NO_SESSION.",
                examples = "NO_SESSION")
        @Nullable
        String dropReason,

        @Schema(
                description =
                        "How sure clients were of a no, set beside what came. Null where the exercise asks nobody anything.")
        @Nullable
        ExpectationView expectation,

        @Schema(description = "How many asks met a yes. Null where the exercise asks nobody anything.") @Nullable
        AcceptanceView acceptance,

        @Schema(description = "Why tasks of it were skipped, and how often.", examples = "{\"no-time\": 2}")
        Map<String, Integer> barriers,

        @Schema(description = "Of distress and its fall.") MethodView method) {}

/** What was expected and what came. */
@Schema(description = "Expectations set beside what came, over asks of which something was expected.")
record ExpectationView(
        int asks,

        @Schema(description = "How sure of a no, 0 to 1, on average.", examples = "0.8") @Nullable
        BigDecimal expected,

        @Schema(description = "The share that met a no.", examples = "0.25") @Nullable
        BigDecimal came,

        @Schema(description = "Expected less came: above zero it went better than feared.", examples = "0.55") @Nullable
        BigDecimal gap,

        @Schema(description = "NOTHING_EXPECTED.") @Nullable String reason) {}

/** How many asks met a yes. */
@Schema(description = "How many asks met a yes.")
record AcceptanceView(
        int asks,
        int met,

        @Schema(description = "Met over asks, two decimals; null of none.", examples = "0.75") @Nullable
        BigDecimal rate,

        @Schema(description = "NO_SESSION: nothing was asked.") @Nullable
        String reason) {}

/** How much of what was given was done. */
@Schema(
        description =
                "How much of what was due was done. What was withdrawn, and what waits in a paused assignment, is not due, unless it had been"
                        + " due before. Shares have four decimals, half-up; null with a reason, for a rate of nothing is neither 0 nor 1.")
record AdherenceView(
        @Schema(description = "Due in the period, and not in the future.")
        int due,

        int completed,

        @Schema(description = "Of these, by when they were due, or within the grace of the schedule.")
        int onTime,

        int missed,
        int skipped,

        @Schema(description = "Late, and can still be done.")
        int open,

        @Schema(description = "Left the count before it was due: cancelled, or waiting in a pause.")
        int withdrawn,

        @Schema(examples = "0.75") @Nullable BigDecimal rate,

        @Schema(description = "NOTHING_DUE.") @Nullable String reason,

        @Schema(examples = "0.5") @Nullable BigDecimal onTimeRate,

        @Schema(
                description = "From when it was due to when it was done, in whole minutes; negative is early.",
                examples = "-120")
        @Nullable
        Long medianLagMinutes,

        @Schema(description = "NOTHING_DONE.") @Nullable String lagReason,

        @Schema(description = "How many of the newest due tasks were done one after another.")
        int doneRow,

        @Schema(description = "What stood in the way of skipped tasks, and how often.", examples = "{\"no-time\": 2}")
        Map<String, Integer> barriers,

        MethodView method) {}

/** The same for one assignment. */
@Schema(description = "How much of one assignment was done.")
record AssignmentAdherenceView(
        UUID assignmentId,
        @Nullable String questionnaire,
        @Nullable String exercise,
        AdherenceView adherence,
        DoseDoneView dose) {}

/** How much of a dose was done. */
@Schema(
        description =
                "The dose ratio of adherence, done over planned repetitions, where the schedule says so many times a period on any days. Each time is a"
                        + " task, and counts once its period is over, done or not; what was withdrawn, and what waits in a paused or held assignment, does not.")
record DoseDoneView(
        @Schema(description = "Over periods that are over.", examples = "6")
        int prescribed,

        @Schema(description = "Of these.", examples = "5") int done,

        @Schema(description = "Done over prescribed, four decimals, half-up; null with reason.", examples = "0.8333")
        @Nullable
        BigDecimal ratio,

        @Schema(
                description =
                        "NO_DOSE_PLANNED: its schedule names no dose. NOTHING_DUE: no period is over, or all were withdrawn.")
        @Nullable
        String reason) {}

/** Where a client stands on a ladder. */
@Schema(description = "Where the client stands on a ladder at the end of the period, and what its rule says there.")
record LadderProgressView(
        UUID ladderId,
        @Schema(examples = "asking-ladder") String exercise,
        @Schema(description = "Rungs that are on it now.") int rungs,

        @Schema(description = "Of these, on which the rule says to step up, or that the ladder is complete.")
        int done,

        @Schema(description = "Tries in the period.") int tries,

        UUID currentRung,

        @Schema(description = "Counted from the bottom, from 1.")
        int currentNumber,

        @Schema(examples = "asking-ladder-step") String rule,

        int ruleVersion,

        @Schema(description = "step-up, hold, step-back, complete, or not-enough.", examples = "hold")
        String decision,

        @Schema(examples = "two-low-peaks") String because,

        @Schema(description = "because in a sentence, in the language that fits Accept-Language best.")
        String text,

        @Schema(description = "Whether a clinician's word after the last try chose the rung.")
        boolean overridden) {}

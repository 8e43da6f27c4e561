package dev.kith.ladder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ladder with what its tries come to. */
@Schema(description = "A client's ladder: rungs from the bottom, and what the tries so far come to.")
record LadderView(
        UUID id,
        UUID clientId,
        @Schema(examples = "asking-ladder") String exercise,
        @Nullable String title,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        @Schema(description = "The account that made it.") UUID madeBy,
        Instant madeAt,
        Instant changedAt,

        @Schema(description = "Counts changes, tries too; the ETag begins with it.")
        int revision,

        @Schema(description = "From the bottom, by predicted distress; retired ones that were tried come last.")
        List<RungView> rungs,

        LadderStepView step,
        CalibrationView calibration,

        @Schema(description = "Clinicians' words, newest first.")
        List<StepOverrideView> overrides) {}

/** A rung. */
@Schema(description = "One ask, and how it went so far.")
record RungView(
        UUID id,
        String text,

        @Schema(description = "The distress that the client predicts, 0 to 10.", examples = "3")
        int predicted,

        boolean retired,
        CalibrationView calibration) {}

/** What was expected and what came. */
@Schema(description = "What was expected, set beside what came. Null where nothing was noted.")
record CalibrationView(
        @Schema(description = "Tries in all.") int attempts,

        @Schema(description = "Tries with the highest distress noted.")
        int met,

        @Schema(description = "Mean of the distress predicted, over these.") @Nullable
        BigDecimal predictedMean,

        @Schema(description = "Mean of the highest distress met, over these.") @Nullable
        BigDecimal metMean,

        @Schema(description = "Predicted less met, over these; above zero it was easier than expected.") @Nullable
        BigDecimal difference,

        @Schema(description = "Asks of which a refusal was expected with some sureness.")
        int asks,

        @Schema(description = "How sure of a no, 0 to 1, over these.") @Nullable
        BigDecimal expectedRefusal,

        @Schema(description = "The share that met a no, over these.") @Nullable
        BigDecimal refused,

        @Schema(description = "no-tries: nothing can be said; else null.", examples = "no-tries") @Nullable
        String reason) {}

/** What the rule says. */
@Schema(description = "What the rule says of the rung that the client is on, made anew from the tries.")
record LadderStepView(
        @Schema(examples = AskingLadderStep.RULE) String rule,

        @Schema(examples = "1") int version,

        @Schema(
                description =
                        "step-up, hold, step-back, complete, or not-enough. A clinician's word takes its place until the next try.",
                examples = "hold")
        String decision,

        @Schema(description = "As a code.", examples = "two-low-peaks")
        String because,

        @Schema(description = "In a sentence, in the language that fits Accept-Language best.")
        String text,

        @Schema(description = "The tries that it looked at, in time.")
        List<EvidenceView> evidence,

        @Schema(
                description =
                        "Where the client is: the rung of the last try, or of a clinician's word after it, else the lowest.")
        UUID currentRung,

        @Schema(description = "Where to go; null at the top, and at the bottom, where a smaller ask is to be written.")
        @Nullable
        UUID suggestedRung,

        @Schema(description = "Whether a clinician's word after the last try chose the rung.")
        boolean overridden) {}

/** What the rule looked at. */
@Schema(description = "A try that the rule looked at.")
record EvidenceView(
        UUID attemptId,
        Instant at,

        @Schema(description = "The highest distress; null when none was noted.") @Nullable
        Integer met,

        boolean notDone,
        boolean stopRuleUsed) {}

/** A clinician's word. */
@Schema(description = "A clinician's word that took the place of the rule's.")
record StepOverrideView(
        UUID rungId,
        Instant saidAt,
        @Schema(description = "The account.") UUID saidBy,

        @Schema(description = "For the care team; null for clients.") @Nullable
        String reason) {}

/** All of a client's. */
@Schema(description = "All ladders of a client, newest first.")
record LadderList(List<LadderView> items, @Nullable String next) {}

/** A try. */
@Schema(description = "One try of a rung. Corrected logs add a try; of one log, the newest counts, if it does.")
record AttemptView(
        UUID id,
        UUID rungId,
        @Nullable UUID logId,
        @Nullable Integer logRevision,

        @Schema(description = "false: its log was corrected, and what it says now can mean more than one rung.")
        boolean counts,

        @Schema(description = "Distress predicted then.") int predicted,

        @Schema(description = "The highest distress.") @Nullable
        Integer met,

        @Schema(description = "How sure of a no, in percent.") @Nullable
        Integer expectation,

        @Schema(examples = "asked-yes") String outcome,
        boolean stopRuleUsed,
        Instant at,
        Instant toldAt,
        UUID toldBy) {
    static AttemptView of(RungAttempt a) {
        return new AttemptView(
                a.id,
                a.rungId,
                a.logId,
                a.logRevision,
                a.counts,
                a.predicted,
                a.met,
                a.expectation,
                a.outcome,
                a.stopRuleUsed,
                a.triedAt,
                a.toldAt,
                a.toldBy);
    }
}

/** A page of them. */
@Schema(description = "A page of tries, newest first.")
record AttemptPage(
        List<AttemptView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

package dev.kith.caseload;

import dev.kith.caseload.AttentionCode.AttentionRank;
import dev.kith.program.RunningEnrollment;
import dev.kith.questionnaire.ScoreView;
import dev.kith.signal.SignalRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One client, as their clinician sees them among others. */
@Schema(
        description =
                "One client on the caseload. Numbers and codes only: what was written is read where it was written. Practice software is told"
                        + " only of what its scopes would let it read elsewhere; the rest is null, as each part says.")
record CaseloadClient(
        UUID clientId,
        @Schema(examples = "Cleo Client") String displayName,
        AttentionView attention,

        @Schema(
                description =
                        "The latest score that counts of each scale, by questionnaire, scale and author; null for practice software without"
                                + " progress:read.")
        @Nullable
        List<CaseloadScore> scores,

        @Schema(
                description =
                        "That stand, red ones first; null for practice software without progress:read, which hears of critical-item with"
                                + " responses:read, of distress-spike and stop-rule-used with logs:read.")
        @Nullable
        List<CaseloadSignal> signals,

        @Schema(description = "Null for practice software without alerts:read.") @Nullable
        CaseloadAlerts alerts,

        @Schema(description = "Null for practice software without progress:read.") @Nullable
        CaseloadAdherence adherence,

        @Schema(
                description =
                        "When the client last completed a response or a log, or wrote a message; null: never did. For practice software without"
                                + " messages, and null without progress:read.")
        @Nullable
        Instant lastActivityAt,

        @Schema(
                description =
                        "The next that practice software told of and that is not cancelled; null for practice software without"
                                + " assignments:read.")
        @Nullable
        Instant nextAppointmentAt,

        @Schema(
                description =
                        "Messages of the client that nobody of the care team has read; null for practice software.",
                examples = "0")
        @Nullable
        Integer unreadFeedback,

        @Schema(description = "Programs that are not over; null for practice software without enrollments:read.")
        @Nullable
        List<RunningEnrollment> enrollments) {

    /** How soon, and why. */
    @Schema(
            description =
                    "How soon somebody is needed, and why: every reason that there is, the most pressing first. Practice software is told of"
                            + " no messages, of alerts with alerts:read, of signals with progress:read, of the last contact with progress:read"
                            + " and assignments:read; its ranks and its order are of these alone.")
    record AttentionView(
            @Schema(
                    description =
                            "1 is the most pressing; the first reason's place in the order, the last where there is none.",
                    examples = "7")
            int rank,

            List<AttentionReason> reasons) {}

    /** One reason. */
    @Schema(description = "One reason.")
    record AttentionReason(
            AttentionCode code,

            @Schema(examples = "The last contact was on 5 February 2026.")
            String text,

            Instant since) {}

    /** The latest of one scale. */
    @Schema(description = "The latest score of one scale by one kind of author.")
    record CaseloadScore(
            @Schema(examples = "phq-9") String questionnaire,
            @Schema(examples = "total") String scale,
            String title,

            @Schema(description = "Client, clinician or informant.", examples = "client")
            String author,

            Instant at,
            @Schema(examples = "17") BigDecimal value,
            ScoreView.@Nullable BandNamed band,
            UUID responseId,
            CaseloadChange change) {}

    /** Since the first that compares. */
    @Schema(
            description =
                    "From the first value that compares with the latest one; the figures and their source stand in the client's progress.")
    record CaseloadChange(
            @Schema(description = "Latest minus baseline; null with fewer than two values.", examples = "-7") @Nullable
            BigDecimal value,

            @Nullable Instant baselineAt,

            @Schema(
                    name = "class",
                    description = "reliable-improvement, no-reliable-change or reliable-deterioration.",
                    examples = "reliable-improvement")
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            @Nullable
            String reliable,

            @Schema(description = "Beside the published cut-off, as in the client's progress.", examples = "recovered")
            @Nullable
            String clinical,

            @Schema(description = "Why nothing can be said; as in the client's progress.") @Nullable
            String reason) {}

    /** A signal that stands. */
    @Schema(description = "A signal that stands.")
    record CaseloadSignal(
            UUID id,
            SignalRule rule,
            @Schema(examples = "red") String severity,

            @Schema(examples = "Reliably worse than at the start (Patient Health Questionnaire (PHQ-9))")
            String text,

            Instant since) {}

    /** Alerts that are not resolved. */
    @Schema(description = "Alerts that are not resolved, but for those about access, which are the admin's.")
    record CaseloadAlerts(
            @Schema(examples = "1") int count,
            @Schema(examples = "{\"critical\": 1}") Map<String, Integer> bySeverity,

            @Schema(description = "When the oldest of them was raised.") @Nullable
            Instant oldestRaisedAt,

            @Schema(description = "The earliest time by which one of them is to be acted on; may have passed.")
            @Nullable
            Instant oldestDueAt) {}

    /** What was done of what was due. */
    @Schema(
            description =
                    "Of the tasks that were due in the last 28 days and were not withdrawn. Both null when nothing was due: then nobody did badly,"
                            + " and nobody did well.")
    record CaseloadAdherence(
            @Schema(examples = "10") @Nullable Integer due,
            @Schema(examples = "8") @Nullable Integer completed) {}
}

/** A page of a caseload. */
@Schema(description = "A page of a caseload, with the order of attention that holds here.")
record CaseloadPage(
        List<CaseloadClient> items,
        List<AttentionRank> order,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

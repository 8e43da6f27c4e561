package dev.kith.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as whoever must look at it sees it. */
@Schema(description = "Something that a named human must look at.")
record AlertView(
        UUID id,
        UUID clientId,

        @Schema(
                description =
                        "answer: a rule met an answer. access: glass was broken. work: what a client said of given work.",
                examples = "answer")
        String kind,

        @Schema(description = "critical: act now. notice: know it.", examples = "critical")
        String severity,

        @Schema(
                description =
                        "The rule, as the questionnaire names it; too-much, felt-unsafe or stop-rule-used for work.")
        String rule,

        @Schema(description = "The response, the broken glass, the task or the log.")
        UUID aboutId,

        @Nullable String questionnaire,
        @Nullable Integer questionnaireVersion,

        @Schema(description = "The item that the rule looked at.", examples = "phq-9.9") @Nullable
        String linkId,

        @Schema(description = "open, acknowledged or resolved.", examples = "open")
        String state,

        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Schema(description = "The account.") @Nullable UUID acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Schema(description = "The account.") @Nullable UUID resolvedBy,

        @Schema(description = "What was done.", examples = "called-client") @Nullable
        String action,

        @Nullable String note) {

    static AlertView of(Alert a) {
        return new AlertView(
                a.id,
                a.clientId,
                a.kind,
                a.severity,
                a.rule,
                a.aboutId,
                a.questionnaire,
                a.questionnaireVersion,
                a.linkId,
                a.state,
                a.raisedAt,
                a.acknowledgedAt,
                a.acknowledgedBy,
                a.resolvedAt,
                a.resolvedBy,
                a.action,
                a.note);
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of alerts, newest first.")
record AlertPage(
        List<AlertView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

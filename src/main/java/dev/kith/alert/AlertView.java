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
                        "answer: a rule met an answer. access: glass was broken, or a care team is empty. work: what a client said"
                                + " of given work. signal: a rule met a course over time.",
                examples = "answer")
        String kind,

        @Schema(description = "critical: act now. warning: look soon. notice: know it.", examples = "critical")
        String severity,

        @Schema(
                description =
                        "The rule, as the questionnaire names it; too-much, felt-unsafe, stop-rule-used, gate-closed or done-behind-closed-gate for work.")
        String rule,

        @Schema(
                description =
                        "The response, the broken glass, the task, the log or the signal; of a log that was refused and named no task,"
                                + " the id that it was sent to. Of logs that a client's app sent after its day was full, an id that"
                                + " stands for all of them: their own ids are in the history.")
        UUID aboutId,

        @Nullable String questionnaire,
        @Nullable Integer questionnaireVersion,

        @Schema(description = "The item that the rule looked at.", examples = "phq-9.9") @Nullable
        String linkId,

        @Schema(description = "open, acknowledged or resolved.", examples = "open")
        String state,

        @Schema(
                description =
                        "The member who is to look after it; null only where nobody works. When they leave the client's care team, are"
                                + " disabled or lose the role, it passes to the next at once, and what they had acknowledged is open"
                                + " again.")
        @Nullable
        UUID ownerId,

        @Schema(
                description =
                        "Until when it is to be acknowledged or, once it is, resolved; null when it is resolved. By the"
                                + " practice's clock.")
        @Nullable
        Instant dueAt,

        @Schema(
                description = "How far it went on: owner, team, supervisors, on-call, admins or everybody.",
                examples = "owner")
        String rung,

        @Schema(
                description =
                        "The first alert of its thread, when it is another one: raised on the same rule, and not resolved when this"
                                + " one was raised.")
        @Nullable
        UUID linkedTo,

        @Schema(description = "The last alert on the same rule before it, which was resolved already.") @Nullable
        UUID follows,

        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Schema(description = "The account.") @Nullable UUID acknowledgedBy,
        @Nullable Instant resolvedAt,
        @Schema(description = "The account.") @Nullable UUID resolvedBy,

        @Schema(description = "What was done.", examples = "called-client") @Nullable
        String action,

        @Nullable String note,

        @Schema(
                description =
                        "Alerts of its thread, itself too, in the order in which they were raised, the newest 200; null in lists.")
        @Nullable
        List<AlertEvidence> evidence,

        @Schema(description = "Each step of its life, in order; null in lists.") @Nullable
        List<AlertStepView> history) {

    /** As one of many. */
    static AlertView of(Alert a) {
        return of(a, null, null);
    }

    static AlertView of(Alert a, @Nullable List<AlertEvidence> evidence, @Nullable List<AlertStepView> history) {
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
                a.ownerId,
                a.dueAt,
                a.rung,
                a.threadId.equals(a.id) ? null : a.threadId,
                a.followsId,
                a.raisedAt,
                a.acknowledgedAt,
                a.acknowledgedBy,
                a.resolvedAt,
                a.resolvedBy,
                a.action,
                a.note,
                evidence,
                history);
    }
}

/** A page of them. */
@Schema(description = "A page of alerts: what is due soonest first, then what is resolved, the latest first.")
record AlertPage(
        List<AlertView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

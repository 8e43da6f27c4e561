package dev.kith.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of an alert's life. */
@Schema(description = "One step of an alert's life. Steps are added and never changed.")
record AlertStepView(
        @Schema(description = "From 1 on.") int number,

        @Schema(
                description =
                        "raised, linked (more evidence came), acknowledged, escalated, reminded, resolved, reopened, reassigned.",
                examples = "escalated")
        String what,

        @Schema(description = "By the practice's clock.") Instant at,

        @Schema(description = "member, client, integration, or system: the practice itself.", examples = "system")
        String byKind,

        @Schema(description = "The account, integration or practice.")
        UUID by,

        @Schema(description = "Where the alert stood after it.", examples = "open")
        String state,

        @Schema(description = "How far it went on.", examples = "team") @Nullable
        String rung,

        @Schema(description = "Who owned it after it.") @Nullable
        UUID ownerId,

        @Schema(
                description =
                        "What came to light: a response, a log, or the alert that was linked; of what was refused, the id that it was sent"
                                + " to. Of one that passed on because its owner left: that member.")
        @Nullable
        UUID aboutId,

        @Schema(description = "What was done.", examples = "called-client") @Nullable
        String action,

        @Nullable String note,

        @Schema(
                description =
                        "Why it was given to somebody else. By the practice itself, one of owner-left-care-team, owner-disabled and"
                                + " owner-lost-role.",
                examples = "owner-left-care-team")
        @Nullable
        String reason,

        @Schema(description = "Whom it told, and what became of that.")
        List<Told> told) {

    /** Somebody who was to be told by e-mail. */
    @Schema(name = "AlertTold", description = "A member who was to be told by e-mail.")
    record Told(
            UUID memberId,

            @Schema(
                    description =
                            "waiting, sending, told, needless (it was acknowledged, resolved or passed on first), or no-address.",
                    examples = "told")
            String state) {}
}

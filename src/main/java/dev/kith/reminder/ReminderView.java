package dev.kith.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One reminder of a task, and what became of it. */
@Schema(description = "One reminder of a task, and what became of it.")
record ReminderView(
        @Schema(description = "How it goes: as the rule says until it is sent, then as the client chose.")
        Channel channel,

        @Schema(
                description = "By which rule: channel, moment and lead; or snooze, and until when.",
                examples = "email due PT2H")
        String rule,

        @Schema(description = "0 for the first, then 1 and on while the task is not done.")
        int repeat,

        State state,

        @Schema(
                description =
                        "Why it was not sent. Dropped at once: done, skipped, withdrawn, opted-out, not-by-email, capped, quiet, overtaken."
                                + " Dropped when the task closed and nothing had changed: paused, archived, snoozed, no-mailer,"
                                + " no-address, unreachable, and too-late where nobody had come to send it. Failed: refused. Others may"
                                + " come.")
        @Nullable
        String why,

        @Schema(
                description =
                        "What keeps a planned one from being sent though its time has come: snoozed, quiet, paused, archived, no-mailer,"
                                + " no-address, unreachable. It waits while the task is open. Others may come.")
        @Nullable
        String waitsFor,

        @Schema(description = "When the rule asks for it.") Instant plannedFor,

        @Schema(description = "When it is due after waiting, or is looked at again.")
        Instant dueAt,

        @Schema(description = "When it was taken to be sent.") @Nullable
        Instant claimedAt,

        @Schema(description = "When it was sent, dropped or given up.") @Nullable
        Instant endedAt) {

    /** Where a reminder stands. */
    @Schema(
            name = "ReminderState",
            description =
                    "unsure: the server stopped, or the mail server fell silent, while it was being sent; it may have gone out and is"
                            + " not sent again.")
    enum State {
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("sending")
        SENDING,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("dropped")
        DROPPED,
        @JsonProperty("unsure")
        UNSURE;

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}

/** Of one task; there are few. */
@Schema(description = "The reminders of one task, in the order of when they are due.")
record ReminderList(List<ReminderView> items) {}

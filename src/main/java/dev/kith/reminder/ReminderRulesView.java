package dev.kith.reminder;

import dev.kith.pace.QuietHours;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The practice's rules, or what holds until it has some. */
@Schema(description = "By which rules clients are reminded.")
record ReminderRulesView(
        List<ReminderRule> rules,

        @Schema(
                description =
                        "How many e-mails, and how many events, a client gets in one day of their calendar, at most.")
        int mostPerDay,

        @Schema(description = "For clients who have none of their own.") @Nullable
        QuietHours quietHours,

        @Schema(description = "Where the client's app lives.") @Nullable
        String appUrl,

        @Schema(
                description =
                        "Whether the practice wrote them. Until then one e-mail goes out when a task opens, one a day at most, and"
                                + " none where the installation sends no e-mail.")
        boolean own,

        @Schema(description = "Whether this installation sends e-mail at all.")
        boolean sendsEmail,

        @Schema(description = "The number in its ETag.") int version) {}

/** The rules that hold for one assignment. */
@Schema(description = "By which rules a client is reminded of this work.")
record AssignmentReminderRulesView(
        List<ReminderRule> rules,

        @Schema(description = "Whether they are the assignment's own; else the practice's.")
        boolean own,

        @Schema(
                description =
                        "How many of each channel a client gets of this work in one day of their calendar, at most; null: no most of its"
                                + " own.")
        @Nullable
        Integer mostPerDay,

        @Schema(description = "The number in its ETag.") int version) {}

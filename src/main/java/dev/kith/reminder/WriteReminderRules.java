package dev.kith.reminder;

import dev.kith.contract.Example;
import dev.kith.pace.QuietHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The practice's rules; all of them, in place of those before. */
@Schema(
        description =
                "All of the practice's rules, in place of those before. An empty list: nobody is reminded, but of what they snoozed"
                        + " themselves.")
@Example("""
        {"rules": [{"channel": "email", "moment": "opens", "repeats": 1, "every": "P2D"}, {"channel": "event", "moment": "due", "lead": "PT2H"}],
         "mostPerDay": 2, "quietHours": {"from": "21:00", "to": "08:00"}, "appUrl": "https://app.willow.example/today"}
        """)
record WriteReminderRules(
        @NotNull @Size(max = 5) List<@NotNull @Valid ReminderRule> rules,

        @Schema(
                description =
                        "How many e-mails, and how many events, a client gets in one day of their calendar, at most.")
        @Min(1)
        @Max(20)
        int mostPerDay,

        @Schema(description = "For clients who have none of their own, in wall time of each client's zone.")
        @Nullable
        @Valid
        QuietHours quietHours,

        @Schema(
                description = "Where the client's app lives, for the e-mail; https, without user, query and fragment.",
                examples = "https://app.willow.example/today")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?")
        String appUrl) {}

/** An assignment's own rules, in place of the practice's. */
@Schema(description = "The assignment's own rules, which stand in place of the practice's. Null: the practice's again.")
@Example("""
        {"rules": [{"channel": "email", "moment": "due", "lead": "P1D"}]}
        """)
record WriteAssignmentReminderRules(
        @Schema(
                description =
                        "Null: the practice's again. An empty list: no reminders of this work, but when a snooze is over.")
        @Nullable
        @Size(max = 5)
        List<@NotNull @Valid ReminderRule> rules,

        @Schema(
                description =
                        "How many e-mails, and how many events, a client gets of this work in one day of their calendar, at most; null: as"
                                + " many as the practice allows of all work, and never more.",
                examples = "1")
        @Nullable
        @Min(1)
        @Max(20)
        Integer mostPerDay) {}

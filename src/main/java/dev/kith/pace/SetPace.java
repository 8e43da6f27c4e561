package dev.kith.pace;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to set a client's pace; all of it, in place of what was. */
@Schema(description = "The whole pace, in place of what was; what is left out is none.")
@Example("""
        {"weeklyCap": 5, "quietHours": {"from": "21:00", "to": "08:00"}, "reminders": "on", "remindBy": "event",
         "timing": {"lead": "PT2H", "repeats": 1, "every": "P1D"}, "remindersPerDay": 2}
        """)
record SetPace(
        @Schema(
                description =
                        "How many exercises may open in one week, Monday to Sunday; null: as many as are assigned."
                                + " Questionnaires are not counted.")
        @Nullable
        @Min(0)
        @Max(100)
        Integer weeklyCap,

        @Nullable @Valid QuietHours quietHours,
        @NotNull Reminders reminders,

        @Schema(description = "Null: as the rules say.") @Nullable
        RemindBy remindBy,

        @Schema(description = "Null: as the rules say.") @Nullable @Valid
        ReminderTiming timing,

        @Schema(
                description =
                        "How many reminders by each channel they want in one day of their calendar, at most; null: as many as the practice"
                                + " allows, and never more.",
                examples = "1")
        @Nullable
        @Min(1)
        @Max(20)
        Integer remindersPerDay) {

    /** With its timing as it is kept. */
    SetPace read() {
        return timing == null
                ? this
                : new SetPace(weeklyCap, quietHours, reminders, remindBy, timing.kept("/timing"), remindersPerDay);
    }
}

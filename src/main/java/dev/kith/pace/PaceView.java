package dev.kith.pace;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's pace as they and their care team see it. */
@Schema(description = "A client's pace, kept by the server whatever an app does.")
record PaceView(
        UUID clientId,

        @Schema(description = "How many exercises may open in one week, Monday to Sunday; null: no cap.") @Nullable
        Integer weeklyCap,

        @Schema(description = "Null: none of their own; the practice's quiet hours hold for reminders.") @Nullable
        QuietHours quietHours,

        Reminders reminders,

        @Schema(description = "Null: as the rules say.") @Nullable
        RemindBy remindBy,

        @Schema(description = "Null: as the rules say.") @Nullable
        ReminderTiming timing,

        @Schema(
                description =
                        "How many reminders by each channel they want in one day of their calendar, at most; null: as many as the practice"
                                + " allows.")
        @Nullable
        Integer remindersPerDay,

        @Schema(description = "Null until somebody set it.") @Nullable
        Instant changedAt,

        @Schema(description = "The number in its ETag.") int version) {

    /** Of a client for whom nobody has set anything. */
    static PaceView unset(UUID client) {
        return new PaceView(client, null, null, Reminders.ON, null, null, null, null, 0);
    }

    static PaceView of(ClientPace pace) {
        return new PaceView(
                pace.clientId,
                pace.weeklyCap == null ? null : pace.weeklyCap.intValue(),
                pace.quietHours(),
                pace.remindersOff ? Reminders.OFF : Reminders.ON,
                pace.remindBy(),
                pace.timing(),
                pace.remindersPerDay == null ? null : pace.remindersPerDay.intValue(),
                pace.changedAt,
                pace.told());
    }
}

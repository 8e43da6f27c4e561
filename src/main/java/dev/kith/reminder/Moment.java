package dev.kith.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which moment of a task a reminder goes by. */
@Schema(name = "ReminderMoment", description = "Which moment of the task the reminder goes by.")
enum Moment {
    @JsonProperty("opens")
    OPENS,
    @JsonProperty("due")
    DUE,
    @JsonProperty("closes")
    CLOSES;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.kith.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a client is reminded. */
@Schema(
        name = "ReminderChannel",
        description =
                "email: a neutral e-mail. event: reminder.due among the events that are kept for delivery to other programs; no address"
                        + " gives events to apps yet, so an app asks GET /v1/tasks/{taskId}/reminders and shows it by itself.")
enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("event")
    EVENT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package dev.kith.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a client is reminded. */
@Schema(
        name = "ReminderChannel",
        description =
                "email: a neutral e-mail. event: reminder.due among the events, so that an app shows it by itself.")
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

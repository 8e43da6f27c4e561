package dev.kith.pace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a client wants to be reminded. */
@Schema(
        name = "RemindBy",
        description =
                "How the client wants to be reminded, where the rules that hold for the work have it. email: all its reminders come by"
                        + " e-mail; where the rules have none, as the rules say. event: no e-mail is ever sent;"
                        + " what the rules ask for by e-mail becomes the event reminder.due where they have that channel, too, and else is"
                        + " dropped. Events are kept for delivery to other programs, and no address gives them to apps yet: an app asks"
                        + " GET /v1/tasks/{taskId}/reminders, where such a reminder is sent, by the channel event.")
enum RemindBy {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("event")
    EVENT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RemindBy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

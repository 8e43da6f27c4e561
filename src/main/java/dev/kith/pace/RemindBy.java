package dev.kith.pace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a client wants to be reminded. */
@Schema(
        name = "RemindBy",
        description =
                "How the client wants to be reminded, where the rules that hold for the work have it. email: all its reminders come by"
                        + " e-mail; where the rules have none, as the rules say. event: all come as an event, shown by an app; no e-mail"
                        + " is ever sent, so that where the rules have nothing else, nothing comes.")
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

package dev.kith.pace;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a client is reminded at all; off beats every rule. */
@Schema(name = "RemindersSwitch", description = "Whether the client is reminded at all; off beats every rule.")
enum Reminders {
    @JsonProperty("on")
    ON,
    @JsonProperty("off")
    OFF
}

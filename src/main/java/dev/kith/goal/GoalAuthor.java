package dev.kith.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.security.Caller;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose view something is. */
@Schema(description = "client, or clinician: anybody of the care team.")
public enum GoalAuthor {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("clinician")
    CLINICIAN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GoalAuthor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static GoalAuthor of(Caller caller) {
        return caller.isClient() ? CLIENT : CLINICIAN;
    }
}

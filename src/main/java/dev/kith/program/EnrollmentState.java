package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an enrolment stands. */
@Schema(
        description =
                "active; paused; held: an answer needs a clinician first, and nothing new is given; completed: all"
                        + " steps are over; left: ended before that, which is a good ending too.")
public enum EnrollmentState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("held")
    HELD,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("left")
    LEFT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EnrollmentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an enrolment stands. */
@Schema(
        description =
                "active; paused; held: a critical answer needs a clinician first, and nothing new is given until one releases"
                        + " it; completed: all steps are over; left: ended before that, which is a good ending too. A"
                        + " critical answer holds a program that gives its questionnaire, or that has the gate"
                        + " no-critical-alert for all its steps; where only some steps have that gate, those wait and the"
                        + " rest goes on; any other program goes on.")
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

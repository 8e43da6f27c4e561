package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a step of an enrolment stands. */
@Schema(
        description =
                "planned: the clinician's, nothing stands against it. waiting: a gate is closed; where it was given already,"
                        + " it is held back. assigned: the client has it, now or from its date on. done: at least once. undone:"
                        + " the time of all that was given in it is over, and nothing of it was done; what waits for it goes on"
                        + " waiting, until it is given again, left out, or a clinician opens that. skipped: left out."
                        + " cancelled: the enrolment ended first.")
enum StepState {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether nothing more is to come of it. */
    boolean isOver() {
        return this == DONE || this == UNDONE || this == SKIPPED || this == CANCELLED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

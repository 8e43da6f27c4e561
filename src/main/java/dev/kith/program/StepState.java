package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a step of an enrolment stands. */
@Schema(
        description =
                "planned: the clinician's, nothing stands against it. waiting: a gate is closed. assigned: the client"
                        + " has it, now or from its date on. done: at least once. skipped: left out. cancelled: the enrolment"
                        + " ended first.")
enum StepState {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("assigned")
    ASSIGNED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** Whether nothing more is to come of it. */
    boolean isOver() {
        return this == DONE || this == SKIPPED || this == CANCELLED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

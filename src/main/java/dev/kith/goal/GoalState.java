package dev.kith.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a goal stands. */
@Schema(
        description =
                "proposed: the client wrote it and no clinician has agreed yet; active: agreed, at most three at a time; achieved;"
                        + " closed: let go or declined, with a reason. The last two are for good.")
public enum GoalState {
    @JsonProperty("proposed")
    PROPOSED,
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("achieved")
    ACHIEVED,
    @JsonProperty("closed")
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GoalState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean isOver() {
        return this == ACHIEVED || this == CLOSED;
    }
}

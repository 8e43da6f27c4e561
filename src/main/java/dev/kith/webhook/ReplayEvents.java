package dev.kith.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to hear events again. */
@Schema(description = "Which events to send again.")
@Example("""
        {"since": "2026-03-01T09:30:00Z", "which": "missed"}
        """)
record ReplayEvents(
        @Schema(description = "Events from then on; 30 days back at most.") @NotNull
        Instant since,

        @Schema(
                description =
                        "missed: those that did not arrive, also those from before there was this webhook. all: those that arrived too.")
        @NotNull
        Which which) {

    /** Which of them. */
    enum Which {
        @JsonProperty("missed")
        MISSED,
        @JsonProperty("all")
        ALL
    }
}

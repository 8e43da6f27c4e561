package dev.kith.alert;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the alerts of a thread, and what it is about. */
@Schema(description = "One of the alerts on the same rule, and what it is about.")
record AlertEvidence(
        UUID alertId,

        @Schema(description = "As aboutId of the alert.") UUID aboutId,

        @Schema(description = "open, acknowledged or resolved.", examples = "open")
        String state,

        Instant raisedAt) {}

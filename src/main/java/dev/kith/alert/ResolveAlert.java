package dev.kith.alert;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to resolve. */
@Schema(description = "What was done about it.")
@Example("""
        {"action": "called-client", "note": "Safe tonight, seen tomorrow at nine."}
        """)
record ResolveAlert(
        @Schema(
                description = "In a word or two. Practices count by these: called-client, seen-client, messaged-client,"
                        + " safety-plan-reviewed, emergency-services-called, referred, no-action-needed, other.",
                examples = "called-client")
        @NotNull
        @OneLine
        @Size(max = 80)
        String action,

        @Schema(description = "For the care team; never shown to the client.") @Nullable @Size(max = 2000)
        String note) {}

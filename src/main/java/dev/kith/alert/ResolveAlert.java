package dev.kith.alert;

import dev.kith.contract.Example;
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
        @NotNull AlertAction action,

        @Schema(description = "For whoever may see the alert; never shown to the client.") @Nullable @Size(max = 2000)
        String note) {}

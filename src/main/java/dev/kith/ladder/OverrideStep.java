package dev.kith.ladder;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a clinician sends to choose the rung. */
@Schema(description = "Another rung than the rule says, and why.")
@Example("""
        {"rung": "0198c000-0000-7000-8000-000000000001", "reason": "A hard week: we stay with the small one."}
        """)
record OverrideStep(
        @Schema(description = "A rung of the ladder that is not retired.") @NotNull
        UUID rung,

        @Schema(description = "For the care team; the client is not told it.") @NotBlank @Size(max = 500)
        String reason) {}

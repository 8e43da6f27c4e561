package dev.kith.alert;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to give an alert to somebody. */
@Schema(description = "Who is to look after an alert from now on, and why.")
@Example("""
        {"memberId": "01981b2e-6f2c-7c3a-9b1e-2f6f0b8f5a10", "reason": "Knows the client, and is in the house today."}
        """)
record HandOver(
        @Schema(description = "A clinician or supervisor who may sign in; for an alert about access, an admin.")
        @NotNull
        UUID memberId,

        @Schema(description = "For whoever may see the alert.") @NotBlank @Size(max = 500)
        String reason) {}

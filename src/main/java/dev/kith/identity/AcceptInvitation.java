package dev.kith.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to take up an invitation. */
@Schema(description = "The code, and the password that one chooses.")
record AcceptInvitation(
        @Schema(examples = "ki_AZrk5YnRcAC...") @NotBlank @Size(max = 200)
        String code,

        @Schema(description = "At least 15 characters.", examples = "seven small boats at dusk")
        @NotEmpty
        @Size(max = 256)
        String password) {}

package dev.kith.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to go on with a session. */
@Schema(description = "The refresh token that came last.")
record RefreshSession(
        @Schema(examples = "kr_AZrk5YnRcAC...") @NotBlank @Size(max = 4000)
        String refreshToken) {}

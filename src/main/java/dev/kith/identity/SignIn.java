package dev.kith.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to sign in. */
@Schema(description = "An e-mail address and its password.")
record SignIn(
        @Schema(description = "The address that was invited.", examples = "clinician@willow.example")
        @NotBlank
        @Size(max = 254)
        String email,

        @Schema(description = "Exactly as it was chosen.", examples = "trust-small-steps") @NotEmpty @Size(max = 256)
        String password,

        @Schema(description = "The code of a second factor, where the account has one.") @Nullable @Size(max = 16)
        String totp,

        @Schema(description = "Needed only where one address and password are used in several practices.") @Nullable
        UUID practice) {}

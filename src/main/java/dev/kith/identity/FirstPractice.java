package dev.kith.identity;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.OneLine;
import dev.kith.shape.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to found the practice that the setup token was made for. */
@Schema(description = "A practice and its first admin.")
@Example("""
        {"setupToken": "the value of KITH_SETUP_TOKEN", "name": "Alder House", "timeZone": "Europe/Berlin", "language": "de",
         "admin": {"displayName": "Imke Brandt", "email": "imke@alder.example", "password": "seven small boats at dusk"}}
        """)
record FirstPractice(
        @NotBlank @Size(max = 500) String setupToken,
        @NotNull @OneLine @Size(max = 200) String name,

        @Schema(description = "IANA; UTC when left out.") @Nullable @ZoneName @Size(max = 60)
        String timeZone,

        @Schema(description = "BCP 47; en when left out.") @Nullable @LanguageTag @Size(max = 35)
        String language,

        @Schema(
                description =
                        "Whether it is for trying only, so that its clock can be moved; false when left out, and never changed.")
        @Nullable
        Boolean sandbox,

        @NotNull @Valid Admin admin) {

    /** Who runs it. */
    @Schema(description = "Who runs the practice.")
    record Admin(
            @NotNull @OneLine @Size(max = 200) String displayName,
            @NotNull @Email @Size(max = 254) String email,

            @Schema(description = "At least 15 characters.") @NotEmpty @Size(max = 256)
            String password) {}
}

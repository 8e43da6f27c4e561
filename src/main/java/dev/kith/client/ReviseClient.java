package dev.kith.client;

import dev.kith.contract.Example;
import dev.kith.json.Given;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.OneLine;
import dev.kith.shape.OutsideId;
import dev.kith.shape.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change a client; what is left out stays, null removes. */
@Schema(
        description =
                "A merge patch (RFC 7396): what is left out stays; null removes email, birthDate, sexForScoring and"
                        + " externalId, and is refused elsewhere.")
@Example("""
        {"email": null, "timeZone": "Europe/Lisbon"}
        """)
record ReviseClient(
        @Schema(implementation = String.class, maxLength = 200) @Nullable @Valid
        Given<@NotNull @OneLine @Size(max = 200) String> displayName,

        @Schema(implementation = String.class, maxLength = 254) @Nullable @Valid
        Given<@Email @Size(max = 254) String> email,

        @Schema(implementation = LocalDate.class) @Nullable @Valid
        Given<@Past LocalDate> birthDate,

        @Schema(ref = "SexForScoring") @Nullable Given<SexForScoring> sexForScoring,

        @Schema(implementation = String.class, maxLength = 60, description = "IANA. Moves only what is still to come.")
        @Nullable
        @Valid
        Given<@NotNull @ZoneName @Size(max = 60) String> timeZone,

        @Schema(implementation = String.class, maxLength = 35, description = "BCP 47.") @Nullable @Valid
        Given<@NotNull @LanguageTag @Size(max = 35) String> language,

        @Schema(implementation = String.class, maxLength = 200, description = "system|value.") @Nullable @Valid
        Given<@OutsideId @Size(max = 200) String> externalId,

        @Schema(
                implementation = Boolean.class,
                description =
                        "true: no longer in care; they sign out, and nothing of theirs changes until it is false again.")
        @Nullable
        @Valid
        Given<@NotNull Boolean> archived) {

    /** Null: stays as it is. */
    @Nullable
    Boolean wantsArchived() {
        return archived == null ? null : archived.value();
    }
}

package dev.kith.client;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.OneLine;
import dev.kith.shape.OutsideId;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to take somebody into care. */
@Schema(description = "A person in care.")
@Example("""
        {"displayName": "Sam Visser", "email": "sam@mail.example", "birthDate": "1991-04-17", "sexForScoring": "unknown",
         "timeZone": "Europe/Amsterdam", "language": "nl", "externalId": "ehr|48213"}
        """)
public record AdmitClient(
        @Schema(description = "As they wish to be called.", examples = "Sam Visser") @NotNull @OneLine @Size(max = 200)
        String displayName,

        @Schema(description = "Needed to invite them.") @Nullable @Email @Size(max = 254)
        String email,

        @Nullable @Past LocalDate birthDate,

        @Schema(description = "Which norms a scale reads, where it has norms by sex; unknown when left out.") @Nullable
        SexForScoring sexForScoring,

        @Schema(description = "IANA: what is due, is due in their wall time.", examples = "Europe/Amsterdam")
        @NotNull
        @ZoneName
        @Size(max = 60)
        String timeZone,

        @Schema(description = "BCP 47.", examples = "nl") @NotNull @LanguageTag @Size(max = 35)
        String language,

        @Schema(description = "system|value: their id elsewhere, once in a practice.", examples = "ehr|48213")
        @Nullable
        @OutsideId
        @Size(max = 200)
        String externalId) {}

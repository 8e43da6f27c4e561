package dev.kith.practice;

import dev.kith.contract.Example;
import dev.kith.json.Given;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.OneLine;
import dev.kith.shape.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change the practice; what is left out stays. */
@Schema(
        description =
                "A merge patch (RFC 7396): what is left out stays. Nothing but the use can be removed; other nulls are refused.")
@Example("""
        {"timeZone": "Europe/Amsterdam", "language": "nl"}
        """)
record RevisePractice(
        @Schema(implementation = String.class, maxLength = 200) @Nullable @Valid
        Given<@NotNull @OneLine @Size(max = 200) String> name,

        @Schema(
                implementation = String.class,
                maxLength = 60,
                description = "IANA. Changes which day it is for care teams.")
        @Nullable
        @Valid
        Given<@NotNull @ZoneName @Size(max = 60) String> timeZone,

        @Schema(implementation = String.class, maxLength = 35, description = "BCP 47.") @Nullable @Valid
        Given<@NotNull @LanguageTag @Size(max = 35) String> language,

        @Schema(ref = "ReviseUse") @Nullable @Valid Given<@Valid ReviseUse> use,

        @Schema(
                implementation = Boolean.class,
                description = "Whether somebody else than the last editor must publish a questionnaire.")
        @Nullable
        @Valid
        Given<@NotNull Boolean> fourEyes,

        @Schema(
                description =
                        "Keys of questionnaires and exercises that nobody here is to assign; all of them, in place of those"
                                + " before. A key of both switches both off. An empty list switches all on again.")
        @Nullable
        @Size(max = 100)
        Set<@NotNull @Size(max = 64) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> switchedOff) {}

package dev.kith.letterhead;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What stands on the practice's letters; all of its words, in place of those before. The logo is sent by itself. */
@Schema(description = "All words of the letterhead, in place of those before: what is left out is not printed.")
@Example("""
        {"name": "Willow Practice", "address": ["12 Orchard Lane", "3511 AB Utrecht"], "phone": "+31 30 555 0100",
         "email": "hello@willow.example", "website": "willow.example", "registration": "Trade register 00000000",
         "logoAlt": "Willow Practice"}
        """)
record WriteLetterhead(
        @Schema(
                description = "Whose letter it is; null: the practice's name, whatever it is by then.",
                examples = "Willow Practice")
        @Nullable
        @OneLine
        @Size(max = 120)
        String name,

        @Schema(description = "From the top; none is fine.") @NotNull @Size(max = 5)
        List<@NotNull @OneLine @Size(max = 100) String> address,

        @Schema(description = "Digits, blanks and + ( ) / . -", examples = "+31 30 555 0100")
        @Nullable
        @Size(max = 40)
        @Pattern(regexp = "^[+(]?[0-9][0-9 ()/.-]*$", message = "must be a telephone number, such as +31 30 555 0100")
        String phone,

        @Nullable @OneLine @Email @Size(max = 254) String email,

        @Schema(description = "With or without https://.", examples = "willow.example")
        @Nullable
        @OneLine
        @Size(max = 200)
        @Pattern(
                regexp = "^(https?://)?[^\\s/.]+(\\.[^\\s/.]+)+(/\\S*)?$",
                message = "must be the address of a website, such as willow.example")
        String website,

        @Schema(
                description = "What must stand at the foot of each page, such as a licence or company number.",
                examples = "Trade register 00000000")
        @Nullable
        @OneLine
        @Size(max = 160)
        String registration,

        @Schema(
                description =
                        "What the logo shows, read to those who do not see it; needed before and while there is one.",
                examples = "Willow Practice")
        @Nullable
        @OneLine
        @Size(max = 200)
        String logoAlt) {}

package dev.kith.letterhead;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letterhead as members see it. */
@Schema(description = "What stands at the head and foot of the practice's reports.")
record LetterheadView(
        @Schema(description = "Null: the practice's name stands there.", examples = "Willow Practice") @Nullable
        String name,

        List<String> address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,

        @Schema(description = "At the foot of each page.") @Nullable
        String registration,

        @Schema(description = "What the logo shows, for those who do not see it.") @Nullable
        String logoAlt,

        @Schema(description = "Null while there is none; itself under /v1/practice/letterhead/logo.") @Nullable
        LetterheadLogo logo,

        @Schema(description = "The number in its ETag and in the logo's; 0 until there is a letterhead.")
        int version) {

    /** How large the logo is kept. */
    @Schema(description = "How large the logo is kept, in pixels.")
    record LetterheadLogo(int width, int height) {}

    static LetterheadView of(Letterhead letterhead) {
        var logo = letterhead.logo();
        return new LetterheadView(
                letterhead.name(),
                letterhead.address(),
                letterhead.phone(),
                letterhead.email(),
                letterhead.website(),
                letterhead.registration(),
                letterhead.logoAlt(),
                logo == null ? null : new LetterheadLogo(logo.width(), logo.height()),
                letterhead.version());
    }
}

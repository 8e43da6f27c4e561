package dev.kith.safety;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the app shows at once.
 *
 * @param source practice: its own words; default: the words that Kith ships, without numbers
 * @param severity which answers the card is for; one for notices is never shown for a critical answer
 * @param version of the practice's own card in that language and for that severity; 0 for the default
 */
@Schema(description = "Show it at once, before anything else. It is no diagnosis and says so.")
public record CrisisCard(
        @Schema(examples = "en") String language,
        CardSeverity severity,
        @Schema(examples = "You matter, and help is near") String title,
        String text,

        @Schema(description = "In the order to show them; empty in the default card.")
        List<Contact> contacts,

        @Schema(description = "practice: its own words. default: shipped words, which name no numbers.")
        String source,

        @Schema(description = "Counted by language and severity; 0 for the default.")
        int version) {

    /** Whom to reach, and how. */
    @Schema(description = "Whom to reach, and how.")
    public record Contact(
            @Schema(examples = "Practice, weekdays 8 to 18") String label,
            @Schema(examples = "+49 30 0000000") @Nullable String phone,
            @Nullable String url,
            @Nullable String note) {}
}

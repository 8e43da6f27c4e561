package dev.kith.safety;

import dev.kith.contract.Example;
import dev.kith.safety.CrisisCard.Contact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to put the card into the practice's own words. */
@Schema(description = "The practice's own words and contacts.")
@Example("""
        {"title": "You matter, and help is near", "text": "Call us, or the emergency number of the country you are in.", "contacts": [{"label": "Practice, weekdays 8 to 18", "phone": "+49 30 0000000"}]}
        """)
record WriteCrisisCard(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String text,
        @NotNull @Size(max = 20) List<@NotNull @Valid NewContact> contacts) {

    /** Whom to reach, as it is sent. */
    @Schema(description = "Whom to reach, and how.")
    record NewContact(
            @NotBlank @Size(max = 200) String label,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 500) String url,
            @Nullable @Size(max = 500) String note) {
        Contact contact() {
            return new Contact(label, phone, url, note);
        }
    }
}

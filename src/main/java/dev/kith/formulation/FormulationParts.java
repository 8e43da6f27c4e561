package dev.kith.formulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the care team understands of where the pattern comes from. */
@Schema(description = "The whole formulation, in place of what was. Read by the care team alone.")
@Example("""
        {"tags": [{"tag": "parentified", "by": "client", "note": "Looked after two brothers from the age of nine"},
                  {"tag": "contempt-for-need", "by": "clinician"}],
         "summary": "Being strong was what kept the family together; asking still feels like letting it fall."}
        """)
record FormulationParts(
        @Schema(
                description =
                        "Origins and patterns, each once. Their order is yours: the brief before a session suggests the prompts of the first ones.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Valid ChosenTag> tags,

        @Schema(description = "In your own words; the client never sees them.") @Nullable @Size(min = 1, max = 8000)
        String summary) {

    static final FormulationParts NONE = new FormulationParts(List.of(), null);

    /** A tag with what the care team says of it. */
    @Schema(description = "A tag that was chosen.")
    record ChosenTag(
            @Schema(description = "Its code in the checklist.", examples = "parentified") @NotNull @Size(max = 80)
            String tag,

            @NotNull NamedBy by,

            @Schema(description = "What is meant by it here; the client never sees it.")
            @Nullable
            @Size(min = 1, max = 2000)
            String note) {}

    /** Whose thought it was. */
    @Schema(
            description =
                    "Who brought it up, as the care team tells it: client (origins only), or clinician. What the client chose themself stands under origins.")
    enum NamedBy {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("clinician")
        CLINICIAN
    }
}

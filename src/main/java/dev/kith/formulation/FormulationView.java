package dev.kith.formulation;

import dev.kith.formulation.FormulationParts.ChosenTag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's formulation as it is now, and what the client says beside it. */
@Schema(
        description =
                "A client's formulation as it is now, and beside it what the client says of it. For the care team alone.")
record FormulationView(FormulationRevisionView formulation, OriginsView origins) {}

/** A revision of a client's formulation. */
@Schema(description = "A client's formulation, as it is or was. It has no score, and its tags are not counted.")
record FormulationRevisionView(
        UUID clientId,

        @Schema(description = "One more with each save; 0: nobody has written one yet, and it is empty.")
        int revision,

        @Schema(description = "The version of the checklist that its tags were chosen from.", examples = "1")
        int checklist,

        List<ChosenTag> tags,
        @Nullable String summary,

        @Schema(description = "The account; null at revision 0.") @Nullable
        UUID writtenBy,

        @Schema(description = "Null at revision 0.") @Nullable
        Instant writtenAt) {

    static FormulationRevisionView none(UUID client, int checklist) {
        return new FormulationRevisionView(client, 0, checklist, List.of(), null, null, null);
    }

    FormulationParts parts() {
        return new FormulationParts(tags, summary);
    }
}

/** A page of them. */
@Schema(description = "A page of a formulation's revisions, newest first.")
record FormulationPage(
        List<FormulationRevisionView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

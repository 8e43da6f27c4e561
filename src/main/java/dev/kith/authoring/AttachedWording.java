package dev.kith.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.questionnaire.StoredWordings.Attached;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wording that the practice attached. */
@Schema(description = "A wording that the practice attached; seen by nobody else.")
record AttachedWording(
        @Schema(examples = "phq-9") String questionnaire,
        @Schema(examples = "1") int version,
        @Schema(examples = "de") String language,

        @Schema(description = "Always practice.", examples = "practice")
        String status,

        @Schema(description = "Must stand with the words.", examples = "Willow")
        String credit,

        @Schema(description = "By what right the practice has them.") @Nullable
        String licenceNote,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "As in /schemas/wording.json.")
        JsonNode texts,

        @Schema(description = "The number in its ETag; each revision is kept.")
        int revision) {

    static AttachedWording of(Attached attached, JsonNode written) {
        var wording = attached.read().wording();
        return new AttachedWording(
                wording.questionnaire(),
                wording.version(),
                wording.language(),
                "practice",
                wording.credit(),
                wording.licenceNote(),
                written.path("texts"),
                attached.revision());
    }

    /** All of one version. */
    @Schema(description = "The wordings that the practice attached to one version.")
    record AttachedWordings(List<AttachedWording> items) {}
}

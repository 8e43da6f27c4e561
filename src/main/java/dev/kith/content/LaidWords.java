package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words that the practice laid over a version. */
@Schema(description = "Words in one language that the practice laid over a version; seen by nobody else.")
public record LaidWords(
        @Schema(examples = "ask-and-notice") String key,
        @Schema(examples = "1") int version,
        @Schema(examples = "es") String language,

        @Schema(description = "Whom the words are by.", examples = "Willow")
        String credit,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "As in the schema of such words, /schemas/exercise-wording.json.")
        JsonNode texts,

        @Schema(
                description =
                        "JSON Pointers into the version: what has no words here and comes in its original language.")
        List<String> fallbacks,

        @Schema(description = "The number in its ETag; each revision is kept.")
        int revision) {

    /** All of one version. */
    @Schema(description = "The words that the practice laid over one version, by language.")
    public record LaidWordsList(List<LaidWords> items) {}
}

package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Review;

/** One kind of versioned definition: all that its life needs to know of its language. */
public interface VersionKind {
    /** Its published versions; these also say which table and which topic are its own. */
    VersionCatalogue<?> catalogue();

    /** Everything that is wrong with what somebody wrote, at once. */
    Review<?> review(JsonNode written);

    /** Which of its fields hold words, which editing may change. */
    DefinitionTexts.Names texts();

    /** What one of these is called: exercise. */
    default String word() {
        return table().word();
    }

    default VersionTable table() {
        return catalogue().table();
    }
}

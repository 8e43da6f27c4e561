package dev.kith.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.Definitions;
import java.util.UUID;

/**
 * Words that a practice laid over a version, in one language.
 *
 * @param owner whose version it is: the practice's or the library's
 * @param revision the newest; each that was stays on record
 * @param json as it was written; in the database's order of keys once it was read from there, so the same text for the same words
 */
public record StoredWords(UUID owner, String key, int version, String language, int revision, String json) {

    /** The wording as its schema says. */
    public JsonNode written() {
        return Definitions.parseJson(json);
    }

    boolean liesOver(PublishedVersion one) {
        return owner.equals(one.owner()) && key.equals(one.key()) && version == one.version();
    }
}

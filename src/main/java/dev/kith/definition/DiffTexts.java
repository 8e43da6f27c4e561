package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a version by where they stand, with things by their names rather than their places. */
final class DiffTexts {

    private static final List<String> NAMING = List.of("linkId", "code", "key");

    private DiffTexts() {}

    /** Words of things that are only in one version are there too: a question more is a text more. */
    static Map<String, String> words(JsonNode definition) {
        var words = new HashMap<String, String>();
        for (var place : DefinitionTexts.of(definition)) {
            words.put(named(definition, place.pointer()), CanonicalJson.of(place.words()));
        }
        return words;
    }

    private static String named(JsonNode definition, String pointer) {
        var parts = pointer.split("/", -1);
        if (parts.length < 3) {
            return pointer;
        }
        var thing = definition.path(parts[1]).path(place(parts[2]));
        parts[2] = name(thing, parts[2]);
        return String.join("/", parts);
    }

    private static String name(JsonNode thing, String place) {
        for (var naming : NAMING) {
            if (thing.has(naming)) {
                return thing.path(naming).asText();
            }
        }
        return place;
    }

    private static int place(String segment) {
        return segment.chars().allMatch(Character::isDigit) && segment.length() < 6 ? Integer.parseInt(segment) : -1;
    }
}

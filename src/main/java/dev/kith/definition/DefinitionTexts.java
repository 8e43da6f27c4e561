package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** All words of a definition that a person may read, each with its place. Found in the JSON, so that a new field with words cannot be forgotten. */
final class DefinitionTexts {

    private static final Set<String> NAMES =
            Set.of("title", "purpose", "label", "instruction", "text", "help", "low", "high", "alt");

    /** Words in one place: an object of languages. */
    record Place(String pointer, ObjectNode words) {}

    private DefinitionTexts() {}

    static List<Place> of(JsonNode definition) {
        var found = new ArrayList<Place>();
        collect("", "", definition, found);
        return found;
    }

    /** Pointers to the texts that have no words in this language. */
    static List<String> lacking(JsonNode definition, String language) {
        return of(definition).stream()
                .filter(place -> !place.words().has(language))
                .map(Place::pointer)
                .toList();
    }

    /** Nothing in the passport is translated: it cites. */
    private static void collect(String pointer, String name, JsonNode node, List<Place> found) {
        if (node instanceof ObjectNode object && NAMES.contains(name)) {
            found.add(new Place(pointer, object));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("passport"))
                    .forEach(field -> collect(
                            pointer + "/" + Pointers.escaped(field.getKey()), field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            var place = 0;
            for (Iterator<JsonNode> each = node.elements(); each.hasNext(); place++) {
                collect(pointer + "/" + place, name.equals("contraindicated") ? "text" : "", each.next(), found);
            }
        }
    }
}

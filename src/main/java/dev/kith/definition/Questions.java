package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a person is asked, apart from the words: which questions in which order, when, about what time, and which answers fit. */
public final class Questions {
    /** Of the questionnaire. */
    private static final List<String> HEAD = List.of("recallPeriod", "respondents", "modes");
    /** Of an item; where it is shown, and what it is called elsewhere, has no say. */
    private static final List<String> OF_ITEMS = List.of(
            "linkId",
            "type",
            "required",
            "reversed",
            "min",
            "max",
            "step",
            "minLength",
            "maxLength",
            "minChosen",
            "maxChosen",
            "enabling");

    private Questions() {}

    /** The same for two versions that differ in words only; a SHA-256. */
    public static String checksum(Definition definition) {
        var tree = DefinitionFormat.tree(definition);
        var asked = JsonNodeFactory.instance.objectNode();
        take(HEAD, tree, asked);
        var items = asked.putArray("items");
        DiffItems.of(tree).values().forEach(item -> items.add(item(item)));
        return CanonicalJson.checksum(CanonicalJson.of(asked));
    }

    private static ObjectNode item(JsonNode item) {
        var asked = JsonNodeFactory.instance.objectNode();
        take(OF_ITEMS, item, asked);
        asked.set("unit", item.path("unit").path("code"));
        var options = asked.putArray("options");
        item.path("options").forEach(option -> take(List.of("value", "score"), option, options.addObject()));
        return asked;
    }

    private static void take(List<String> fields, JsonNode from, ObjectNode to) {
        fields.forEach(field -> to.set(field, from.path(field)));
    }
}

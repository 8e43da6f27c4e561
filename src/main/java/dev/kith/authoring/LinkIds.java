package dev.kith.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Link ids begin with the key of their questionnaire: under another key they are others, wherever they are named. */
final class LinkIds {
    private LinkIds() {}

    /** The definition under another key, as version 1. */
    static ObjectNode under(String key, ObjectNode definition) {
        var old = definition.path("key").asText() + ".";
        var renamed = new HashMap<String, String>();
        definition.path("items").forEach(item -> {
            var linkId = item.path("linkId").asText();
            if (linkId.startsWith(old)) {
                renamed.put(linkId, key + "." + linkId.substring(old.length()));
            }
        });
        var copy = (ObjectNode) renamed(definition, renamed);
        return copy.put("key", key).put("version", 1);
    }

    private static JsonNode renamed(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            var copy = object.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            names.getOrDefault(member.getKey(), member.getKey()), renamed(member.getValue(), names)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = array.arrayNode();
            array.forEach(each -> copy.add(renamed(each, names)));
            return copy;
        }
        return node.isTextual() && names.containsKey(node.textValue())
                ? new com.fasterxml.jackson.databind.node.TextNode(names.get(node.textValue()))
                : node;
    }
}

package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items as they meet a person: with the options that they offer, whatever the option set is called. */
final class DiffItems {

    private DiffItems() {}

    /** Link id to item; {@code options} are the values in order, {@code optionTexts} their words, {@code enabling} all that decides whether it is asked. */
    static Map<String, JsonNode> of(JsonNode definition) {
        var items = new LinkedHashMap<String, JsonNode>();
        for (var item : definition.path("items")) {
            var copy = (ObjectNode) item.deepCopy();
            var set = copy.remove("options");
            if (set != null) {
                var values = copy.putArray("options");
                var texts = copy.putArray("optionTexts");
                for (var option : definition.path("optionSets").path(set.asText())) {
                    var value = (ObjectNode) option.deepCopy();
                    var label = value.remove("label");
                    values.add(value);
                    texts.add(label == null ? JsonNodeFactory.instance.nullNode() : label);
                }
            }
            copy.remove(List.of("enableWhen", "enableBehavior"));
            copy.set("enabling", enabling(item, items.get(item.path("group").asText())));
            items.put(item.path("linkId").asText(), copy);
        }
        return items;
    }

    /** Its own conditions, and those of the groups that it stands in, which stand before it. */
    private static ArrayNode enabling(JsonNode item, @Nullable JsonNode group) {
        var all = JsonNodeFactory.instance.arrayNode();
        if (group != null) {
            all.addAll((ArrayNode) group.path("enabling"));
        }
        if (item.has("enableWhen")) {
            all.addObject()
                    .put("behaviour", item.path("enableBehavior").asText())
                    .set("when", item.path("enableWhen"));
        }
        return all;
    }
}

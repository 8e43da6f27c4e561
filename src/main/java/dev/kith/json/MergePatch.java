package dev.kith.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** RFC 7396: members that are sent take the place of those that were, null removes, objects are merged. */
public final class MergePatch {
    private MergePatch() {}

    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merged(merged.get(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }

    /** Within something new, null says that there is nothing, too. */
    private static JsonNode merged(@Nullable JsonNode now, JsonNode sent) {
        if (!(sent instanceof ObjectNode patch)) {
            return sent;
        }
        return apply(now instanceof ObjectNode object ? object : patch.objectNode(), patch);
    }
}

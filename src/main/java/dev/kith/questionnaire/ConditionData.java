package dev.kith.questionnaire;

import dev.kith.definition.ConditionDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition as the format writes it, with its words in one language: what it does not say is not there. */
final class ConditionData {

    private ConditionData() {}

    static Map<String, Object> of(ConditionDefinition condition, String language) {
        var data = new LinkedHashMap<String, Object>();
        put(data, "code", condition.code());
        put(data, "title", condition.title() == null ? null : condition.title().in(language));
        put(data, "all", each(condition.all(), language));
        put(data, "any", each(condition.any(), language));
        put(data, "count", each(condition.count(), language));
        put(data, "atLeast", condition.atLeast());
        put(data, "atMost", condition.atMost());
        put(data, "item", condition.item());
        put(data, "scale", condition.scale());
        put(data, "criterion", condition.criterion());
        put(
                data,
                "operator",
                condition.operator() == null ? null : condition.operator().sign());
        put(data, "value", condition.value());
        return data;
    }

    private static @Nullable List<Map<String, Object>> each(
            @Nullable List<ConditionDefinition> conditions, String language) {
        return conditions == null
                ? null
                : conditions.stream().map(one -> of(one, language)).toList();
    }

    private static void put(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}

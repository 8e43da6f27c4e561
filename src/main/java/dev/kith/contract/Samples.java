package dev.kith.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Puts an example together from the examples of its fields; null where one that is needed shows none. */
record Samples(Map<String, Schema> schemas) {
    /** Formats that show themselves. */
    private static final Map<String, Object> BY_FORMAT = Map.of(
            "uuid", "01965b2c-4a61-7c3e-9f00-5d1b6a8e2f47",
            "date", "2026-03-01",
            "date-time", "2026-03-01T09:30:00Z",
            "duration", "P1D",
            "email", "sam@willow.example");

    @Nullable
    Object of(Schema schema) {
        if (schema.getRef() != null) {
            var target = schemas.get(Shapes.nameOf(schema.getRef()));
            return target == null ? null : of(target);
        }
        var shown = shown(schema);
        if (shown != null) {
            return shown;
        }
        if (schema.getProperties() != null) {
            return object(schema);
        }
        if (schema.getItems() != null) {
            var item = of(schema.getItems());
            return item == null ? null : List.of(item);
        }
        if (schema.getType() != null && schema.getType().contains(Schema.SchemaType.BOOLEAN)) {
            return true;
        }
        return schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
    }

    private static @Nullable Object shown(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().get(0);
        }
        if (schema.getConstValue() != null) {
            return schema.getConstValue();
        }
        return schema.getEnumeration() == null || schema.getEnumeration().isEmpty()
                ? null
                : schema.getEnumeration().get(0);
    }

    private @Nullable Object object(Schema schema) {
        var object = new LinkedHashMap<String, Object>();
        for (var property : schema.getProperties().entrySet()) {
            var needed = schema.getRequired() != null && schema.getRequired().contains(property.getKey());
            var value = needed ? of(property.getValue()) : shown(property.getValue());
            if (value != null) {
                object.put(property.getKey(), value);
            } else if (needed) {
                return null;
            }
        }
        return object.isEmpty() ? null : object;
    }
}

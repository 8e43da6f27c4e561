package dev.kith.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.OpenApi31;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document's schemas, twice: as published, and closed. Readers stay tolerant of new fields, our tests do not. */
final class ContractSchemas {
    private static final String BASE = "https://kith.example/openapi.json";
    private final SchemaRegistry open;
    private final SchemaRegistry closed;

    ContractSchemas(JsonNode api) {
        open = registry(api);
        var copy = api.deepCopy();
        copy.path("components").path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode shape && shape.has("properties") && !shape.has("additionalProperties")) {
                shape.put("additionalProperties", false);
            }
        });
        closed = registry(copy);
    }

    private static SchemaRegistry registry(JsonNode api) {
        return SchemaRegistry.withDialect(
                OpenApi31.getInstance(),
                builder -> builder.schemas(Map.of(BASE, api.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    List<String> faults(String pointer, JsonNode value) {
        return faults(open, pointer, value);
    }

    List<String> faultsOfClosed(String pointer, JsonNode value) {
        return faults(closed, pointer, value);
    }

    private static List<String> faults(SchemaRegistry registry, String pointer, JsonNode value) {
        var location = BASE + "#" + pointer.replace("{", "%7B").replace("}", "%7D");
        return registry.getSchema(SchemaLocation.of(location)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}

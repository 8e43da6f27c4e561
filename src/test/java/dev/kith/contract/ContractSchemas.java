package dev.kith.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.OpenApi31;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document's schemas, twice: as published, and closed. Readers stay tolerant of new fields, our tests do not. */
final class ContractSchemas {
    private static final String BASE = "https://kith.example/openapi.json";
    private final Read open;
    private final Read closed;

    /** Parsed once: a registry that is asked for a place in a document keeps a tree of all of it for each place. */
    private record Read(Schema document, Map<String, Schema> found) {
        Schema at(String pointer) {
            var place =
                    SchemaLocation.of(BASE + "#" + pointer.replace("{", "%7B").replace("}", "%7D"));
            return found.computeIfAbsent(pointer, at -> document.getRefSchema(place.getFragment()));
        }
    }

    ContractSchemas(JsonNode api) {
        open = read(api);
        var copy = api.deepCopy();
        copy.path("components").path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode shape && shape.has("properties") && !shape.has("additionalProperties")) {
                shape.put("additionalProperties", false);
            }
        });
        closed = read(copy);
    }

    private static Read read(JsonNode api) {
        var registry = SchemaRegistry.withDialect(
                OpenApi31.getInstance(),
                builder -> builder.schemas(Map.of(BASE, api.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        return new Read(registry.loadSchema(SchemaLocation.of(BASE), false), new ConcurrentHashMap<>());
    }

    List<String> faults(String pointer, JsonNode value) {
        return faults(open, pointer, value);
    }

    List<String> faultsOfClosed(String pointer, JsonNode value) {
        return faults(closed, pointer, value);
    }

    private static List<String> faults(Read read, String pointer, JsonNode value) {
        return read.at(pointer).validate(value).stream().map(Error::toString).toList();
    }

    static String escape(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}

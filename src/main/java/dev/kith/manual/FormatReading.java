package dev.kith.manual;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.manual.FormatSection.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns a JSON Schema into sections to read: one for the whole and one for each object that it defines. */
final class FormatReading {
    private final JsonNode definitions;
    private final List<FormatSection> sections = new ArrayList<>();

    private FormatReading(JsonNode schema) {
        definitions = schema.path("$defs");
    }

    static List<FormatSection> of(String id, JsonNode schema) {
        var reading = new FormatReading(schema);
        reading.section(id, schema.path("title").asText(id), schema);
        reading.definitions.properties().forEach(each -> {
            if (isTold(each.getValue())) {
                reading.section(each.getKey(), each.getKey(), each.getValue());
            }
        });
        return List.copyOf(reading.sections);
    }

    private static boolean isTold(JsonNode schema) {
        return schema.has("properties") || branches(schema).stream().anyMatch(branch -> branch.has("properties"));
    }

    private void section(String id, String title, JsonNode schema) {
        var fields = new ArrayList<Field>();
        fields("", schema, fields);
        for (var branch : branches(schema)) {
            fields("", branch, fields);
        }
        sections.add(new FormatSection(id, title, schema.path("description").asText(""), once(fields)));
    }

    /** Objects written in place are told with their parent: "unit.code". */
    private void fields(String before, JsonNode schema, List<Field> fields) {
        var needed = texts(schema.path("required"));
        schema.path("properties").properties().forEach(each -> {
            var name = before + each.getKey();
            var field = each.getValue();
            if (field.isBoolean()) {
                return; // says that it may not stand there
            }
            fields.add(new Field(
                    name,
                    needed.contains(each.getKey()),
                    type(field),
                    link(field),
                    field.path("description").asText("")));
            fields(name + ".", field.path("items").has("properties") ? field.path("items") : field, fields);
        });
    }

    private static List<Field> once(List<Field> fields) {
        var seen = new HashSet<String>();
        return fields.stream().filter(field -> seen.add(field.name())).toList();
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return named(schema);
        }
        if (schema.has("const")) {
            return "always " + schema.path("const").asText();
        }
        if (schema.has("enum")) {
            return "one of " + String.join(", ", texts(schema.path("enum")));
        }
        if (schema.has("oneOf") || schema.has("anyOf")) {
            return branches(schema).stream().map(this::type).distinct().collect(Collectors.joining(" or "));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "list of " + type(schema.path("items"));
            case "object" ->
                schema.path("additionalProperties").isObject()
                        ? "by name: " + type(schema.path("additionalProperties"))
                        : "object";
            case "" -> "any of its kind";
            default -> bounded(schema);
        };
    }

    private static String bounded(JsonNode schema) {
        var words = new StringBuilder(schema.path("type").asText());
        bound(words, schema, "minimum", " from ");
        bound(words, schema, "exclusiveMinimum", " above ");
        bound(words, schema, "maximum", " to ");
        bound(words, schema, "exclusiveMaximum", " below ");
        bound(words, schema, "maxLength", ", at most this long: ");
        return words.toString();
    }

    private static void bound(StringBuilder words, JsonNode schema, String name, String said) {
        if (schema.has(name)) {
            words.append(said).append(schema.path(name).asText());
        }
    }

    private String named(JsonNode schema) {
        var name = refersTo(schema);
        var target = definitions.path(name);
        return isTold(target) || target.isMissingNode()
                ? name
                : name.equals("text") ? "words by language" : simple(name, target);
    }

    private String simple(String name, JsonNode target) {
        return target.path("type").asText().equals("array") ? type(target) : name;
    }

    private String link(JsonNode schema) {
        var at = schema.has("$ref") ? schema : schema.path("items");
        if (schema.path("additionalProperties").isObject()) {
            at = schema.path("additionalProperties");
        }
        var name = refersTo(at);
        return isTold(definitions.path(name)) ? name : "";
    }

    private static String refersTo(JsonNode schema) {
        var ref = schema.path("$ref").asText("");
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static List<JsonNode> branches(JsonNode schema) {
        var all = new ArrayList<JsonNode>();
        schema.path("oneOf").forEach(all::add);
        schema.path("anyOf").forEach(all::add);
        return all;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}

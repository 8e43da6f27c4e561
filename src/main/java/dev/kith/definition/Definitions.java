package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads definitions: those that ship with Kith, and any other text of the same format. */
public final class Definitions {

    private static final ShippedFiles FILES = new ShippedFiles("/content/questionnaires/");
    private static final int MOST_CHARACTERS = 1024 * 1024;

    private Definitions() {}

    /** All that ship, in the order of the index. */
    public static List<ReadDefinition> shipped() {
        return index().stream()
                .filter(name -> !isWording(name))
                .map(name -> readYaml(resource(name)))
                .toList();
    }

    static List<String> index() {
        return FILES.index();
    }

    /** phq-9.v1.de.yaml is one, phq-9.v1.yaml is a definition. */
    static boolean isWording(String name) {
        return name.split("\\.", -1).length > 3;
    }

    /**
     * Reads YAML.
     *
     * @throws IllegalArgumentException when it is no definition; the message says where
     */
    public static ReadDefinition readYaml(String text) {
        return read(parseYaml(text));
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is no definition; the message says where
     */
    public static ReadDefinition readJson(String text) {
        return read(parseJson(text));
    }

    /** The definition as JSON, in one canonical spelling: reading it gives the same definition. */
    public static String json(Definition definition) {
        return CanonicalJson.of(DefinitionFormat.tree(definition));
    }

    /** The definition as YAML, for people: reading it gives the same definition. */
    public static String yaml(Definition definition) {
        return DefinitionFormat.yaml(DefinitionFormat.tree(definition));
    }

    /**
     * YAML as a tree, for the review. A key twice is refused, and so is more than the format allows.
     *
     * @throws IllegalArgumentException when it is no YAML
     */
    public static JsonNode parseYaml(String text) {
        try {
            return DefinitionFormat.yaml(within(text));
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
        }
    }

    /**
     * JSON as a tree, for the review. A key twice is refused, and so is more than the format allows.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static JsonNode parseJson(String text) {
        try {
            return DefinitionFormat.json(within(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static String within(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("more than 1 MiB");
        }
        return text;
    }

    private static ReadDefinition read(JsonNode node) {
        var json = CanonicalJson.of(node);
        try {
            return new ReadDefinition(
                    DefinitionFormat.read(json, Definition.class), json, CanonicalJson.checksum(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no questionnaire definition: " + e.getMessage(), e);
        }
    }

    static String resource(String name) {
        return FILES.text(name);
    }
}

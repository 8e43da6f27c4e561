package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads definitions: those that ship with Kith, and any other text of the same format. */
public final class Definitions {

    private static final String FOLDER = "/content/questionnaires/";

    private Definitions() {}

    /** All that ship, in the order of the index. The index stands in a file because a jar cannot be listed. */
    public static List<ReadDefinition> shipped() {
        var read = new ArrayList<ReadDefinition>();
        try {
            for (var name : DefinitionFormat.yaml(resource("index.yaml"))) {
                read.add(readYaml(resource(name.textValue())));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content/questionnaires/index.yaml cannot be read", e);
        }
        return List.copyOf(read);
    }

    /**
     * Reads YAML.
     *
     * @throws IllegalArgumentException when it is no definition; the message says where
     */
    public static ReadDefinition readYaml(String text) {
        try {
            return read(DefinitionFormat.yaml(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no questionnaire definition: " + e.getMessage(), e);
        }
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is no definition; the message says where
     */
    public static ReadDefinition readJson(String text) {
        try {
            return read(DefinitionFormat.json(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no questionnaire definition: " + e.getMessage(), e);
        }
    }

    private static ReadDefinition read(JsonNode node) throws JsonProcessingException {
        var json = CanonicalJson.of(node);
        return new ReadDefinition(DefinitionFormat.definition(json), json, CanonicalJson.checksum(json));
    }

    static String resource(String name) {
        try (var in = Definitions.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

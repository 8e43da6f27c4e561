package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The published shapes, as JSON Schema. Patterns in them are ours; nobody else can bring one. */
public enum DefinitionSchema {
    QUESTIONNAIRE("questionnaire"),
    WORDING("wording"),
    EXERCISE("exercise"),
    EXERCISE_WORDING("exercise-wording"),
    PROGRAM("program");

    private final String text;
    private final Schema schema;

    DefinitionSchema(String name) {
        text = resource("/content/" + name + ".schema.json");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        schema.initializeValidators();
    }

    /** The schema itself, JSON. */
    public String text() {
        return text;
    }

    /** Tells where what was written has another shape. It must be within bounds. */
    void check(JsonNode written, Faults faults) {
        for (var error : schema.validate(CanonicalJson.of(written), InputFormat.JSON)) {
            faults.add(pointer(error), code(error), error.getMessage());
        }
    }

    /** What is there but should not be is pointed at itself; what is missing, where it should stand. */
    private static String pointer(Error error) {
        var place = error.getInstanceLocation().toString();
        return error.getProperty() == null ? place : place + "/" + Pointers.escaped(error.getProperty());
    }

    /** The keyword of JSON Schema, lower-kebab: additional-properties. */
    private static String code(Error error) {
        return error.getKeyword().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String resource(String name) {
        try (var in = DefinitionSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

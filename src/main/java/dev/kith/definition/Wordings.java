package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads wordings, those that ship with Kith and any other text of the same format, and says what is wrong with them. */
public final class Wordings {

    private Wordings() {}

    /**
     * What came of a review.
     *
     * @param wording null when it cannot be read
     * @param faults pointers are into the wording; empty when it may be used
     * @param fallbacks pointers into the definition: what will come in the original
     */
    public record Reviewed(@Nullable Wording wording, List<DefinitionFault> faults, List<String> fallbacks) {

        public boolean usable() {
            return wording != null && faults.isEmpty();
        }
    }

    /** All that ship, in the order of the index: those whose file name says a language. */
    public static List<ReadWording> shipped() {
        var read = new ArrayList<ReadWording>();
        for (var name : Definitions.index()) {
            if (Definitions.isWording(name)) {
                read.add(readYaml(Definitions.resource(name)));
            }
        }
        return List.copyOf(read);
    }

    /**
     * Reads YAML.
     *
     * @throws IllegalArgumentException when it is no wording; the message says where
     */
    public static ReadWording readYaml(String text) {
        return read(Definitions.parseYaml(text));
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is no wording; the message says where
     */
    public static ReadWording readJson(String text) {
        return read(Definitions.parseJson(text));
    }

    /** The wording as JSON, in one canonical spelling. */
    public static String json(Wording wording) {
        return CanonicalJson.of(DefinitionFormat.tree(wording));
    }

    /** Looks at all of it; the faults come in one list. The definition is the one that it is to lie over, without other wordings. */
    public static Reviewed review(JsonNode written, Definition definition) {
        var faults = new Faults();
        Bounds.check(written, faults);
        if (!faults.isEmpty()) {
            return new Reviewed(null, faults.told(), List.of());
        }
        DefinitionSchema.WORDING.check(written, faults);
        var shaped = faults.isEmpty();
        TextHygiene.check(written, faults);
        if (!shaped) {
            return new Reviewed(null, faults.told(), List.of());
        }
        try {
            var wording = read(written).wording();
            WordingCheck.of(wording, definition, faults);
            var fallbacks =
                    faults.isEmpty() ? definition.with(wording).fallbacks(wording.language()) : List.<String>of();
            return new Reviewed(wording, faults.told(), fallbacks);
        } catch (IllegalArgumentException unreadable) {
            faults.add("", "unreadable", String.valueOf(unreadable.getMessage()));
            return new Reviewed(null, faults.told(), List.of());
        }
    }

    private static ReadWording read(JsonNode node) {
        var json = CanonicalJson.of(node);
        try {
            return new ReadWording(DefinitionFormat.read(json, Wording.class), json, CanonicalJson.checksum(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no wording: " + e.getMessage(), e);
        }
    }
}

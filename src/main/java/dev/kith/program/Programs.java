package dev.kith.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionSchema;
import dev.kith.definition.Definitions;
import dev.kith.definition.Faults;
import dev.kith.definition.Review;
import dev.kith.definition.ShippedFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads programs: those that ship with Kith, and any other text of the same format. */
public final class Programs {
    private static final ShippedFiles FILES = new ShippedFiles("/content/programs/");

    private Programs() {}

    /** All that ship, in the order of the index. */
    public static List<ReadProgram> shipped() {
        return trees().stream().map(Programs::told).toList();
    }

    /** The newest version of each that ships, week by week, for people. */
    public static List<ProgramOutline> outlines() {
        var newest = new LinkedHashMap<String, ProgramDefinition>();
        for (var read : shipped()) {
            newest.merge(
                    read.key(), definition(read.json()), (one, other) -> one.version() > other.version() ? one : other);
        }
        return newest.values().stream().map(ProgramOutline::of).toList();
    }

    static List<JsonNode> trees() {
        return FILES.index().stream()
                .map(name -> Definitions.parseYaml(FILES.text(name)))
                .toList();
    }

    /**
     * Everything that is wrong with what somebody wrote, at once.
     *
     * @param known what is known of the keys that it names
     */
    static Review<ProgramDefinition> review(JsonNode written, BiConsumer<ProgramDefinition, Faults> known) {
        return Review.of(written, DefinitionSchema.PROGRAM, ProgramDefinition.class, (definition, faults) -> {
            ProgramCheck.of(definition, faults);
            known.accept(definition, faults);
        });
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is no program; the message says where
     */
    static ProgramDefinition readJson(String text) {
        return definition(CanonicalJson.of(Definitions.parseJson(text)));
    }

    private static ReadProgram told(JsonNode node) {
        var json = CanonicalJson.of(node);
        var definition = definition(json);
        return new ReadProgram(
                definition.key(),
                definition.version(),
                definition.title().in(definition.languages().get(0)),
                json,
                CanonicalJson.checksum(json));
    }

    private static ProgramDefinition definition(String json) {
        try {
            return DefinitionFormat.read(json, ProgramDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no program: " + e.getMessage(), e);
        }
    }
}

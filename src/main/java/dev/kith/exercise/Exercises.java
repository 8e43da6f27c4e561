package dev.kith.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionSchema;
import dev.kith.definition.Definitions;
import dev.kith.definition.Faults;
import dev.kith.definition.Review;
import dev.kith.definition.ShippedFiles;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads exercises: those that ship with Kith, and any other text of the same format. */
public final class Exercises {
    private static final ShippedFiles FILES = new ShippedFiles("/content/exercises/");

    private Exercises() {}

    /** All that ship, in the order of the index. */
    public static List<ReadExercise> shipped() {
        return FILES.index().stream()
                .map(name -> read(Definitions.parseYaml(FILES.text(name))))
                .toList();
    }

    /** Everything that is wrong with what somebody wrote, at once. */
    public static Review<ExerciseDefinition> review(JsonNode written) {
        return review(written, (definition, faults) -> {});
    }

    /**
     * The same.
     *
     * @param known what is known of the other exercises of the practice
     */
    static Review<ExerciseDefinition> review(JsonNode written, BiConsumer<ExerciseDefinition, Faults> known) {
        return Review.of(written, DefinitionSchema.EXERCISE, ExerciseDefinition.class, (definition, faults) -> {
            ExerciseCheck.of(definition, faults);
            known.accept(definition, faults);
        });
    }

    /**
     * Reads JSON.
     *
     * @throws IllegalArgumentException when it is no exercise; the message says where
     */
    public static ReadExercise readJson(String text) {
        return read(Definitions.parseJson(text));
    }

    /** The definition in one canonical spelling, whatever it was written in. */
    public static ReadExercise spelled(ExerciseDefinition definition) {
        return read(DefinitionFormat.tree(definition));
    }

    private static ReadExercise read(JsonNode node) {
        var json = CanonicalJson.of(node);
        try {
            return new ReadExercise(
                    DefinitionFormat.read(json, ExerciseDefinition.class), json, CanonicalJson.checksum(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no exercise: " + e.getMessage(), e);
        }
    }
}

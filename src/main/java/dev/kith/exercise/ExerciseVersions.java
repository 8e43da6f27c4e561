package dev.kith.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.content.VersionCatalogue;
import dev.kith.content.WordedKind;
import dev.kith.definition.DefinitionSchema;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Exercises as a kind of versions. */
@ApplicationScoped
class ExerciseVersions implements WordedKind {
    @Inject
    ExerciseCatalogue catalogue;

    @Override
    public VersionCatalogue<?> catalogue() {
        return catalogue;
    }

    @Override
    public Review<?> review(JsonNode written) {
        return Exercises.review(
                written, (definition, faults) -> GatesOfOthers.check(definition, catalogue.all(), faults));
    }

    @Override
    public DefinitionTexts.Names texts() {
        return ExerciseCheck.TEXTS;
    }

    @Override
    public DefinitionSchema wordings() {
        return DefinitionSchema.EXERCISE_WORDING;
    }
}

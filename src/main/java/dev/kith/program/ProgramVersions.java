package dev.kith.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.content.VersionCatalogue;
import dev.kith.content.VersionKind;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Programs as a kind of versions. */
@ApplicationScoped
class ProgramVersions implements VersionKind {
    @Inject
    ProgramCatalogue catalogue;

    @Inject
    KnownKeys known;

    @Override
    public VersionCatalogue<?> catalogue() {
        return catalogue;
    }

    @Override
    public Review<?> review(JsonNode written) {
        return Programs.review(written, known::check);
    }

    @Override
    public DefinitionTexts.Names texts() {
        return ProgramCheck.TEXTS;
    }
}

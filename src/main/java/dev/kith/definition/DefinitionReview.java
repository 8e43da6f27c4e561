package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a definition that somebody wrote and says everything that is wrong with it at once. */
public final class DefinitionReview {

    private DefinitionReview() {}

    /**
     * What came of it.
     *
     * @param definition null when it cannot be read at all
     * @param faults empty when it may be published
     */
    public record Reviewed(@Nullable Definition definition, List<DefinitionFault> faults) {

        public boolean publishable() {
            return definition != null && faults.isEmpty();
        }
    }

    /** Looks at all of it; the faults come in one list. */
    public static Reviewed of(JsonNode written) {
        try {
            var definition = Definitions.readJson(CanonicalJson.of(written)).definition();
            return new Reviewed(
                    definition,
                    DefinitionCheck.faults(definition).stream()
                            .map(fault -> new DefinitionFault("", "unfit", fault))
                            .toList());
        } catch (IllegalArgumentException unreadable) {
            return new Reviewed(
                    null, List.of(new DefinitionFault("", "unreadable", String.valueOf(unreadable.getMessage()))));
        }
    }
}

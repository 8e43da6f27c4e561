package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a questionnaire that somebody wrote and says everything that is wrong with it at once. */
public final class DefinitionReview {

    private DefinitionReview() {}

    /**
     * What came of it.
     *
     * @param definition null when it cannot be read at all
     * @param faults empty when it may be published; at most 200, of which the last says so when there are more
     */
    public record Reviewed(@Nullable Definition definition, List<DefinitionFault> faults) {

        public Reviewed {
            faults = List.copyOf(faults);
        }

        public boolean publishable() {
            return definition != null && faults.isEmpty();
        }
    }

    /** What a practice publishes: each scale with at least one test vector. */
    public static Reviewed of(JsonNode written) {
        return of(written, DefinitionCheck::ofPractice);
    }

    /** What ships with Kith: each scale with test vectors of every kind. */
    public static Reviewed ofShipped(JsonNode written) {
        return of(written, DefinitionCheck::ofShipped);
    }

    private static Reviewed of(JsonNode written, BiConsumer<Definition, Faults> check) {
        var review = Review.of(written, DefinitionSchema.QUESTIONNAIRE, Definition.class, check);
        return new Reviewed(review.definition(), review.faults());
    }
}

package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definition that somebody wrote and says everything that is wrong with it at once: its size; when that will do, its shape and its texts; when
 * those will do, what it means. Whoever wrote it may mean harm: the work is bounded by its size.
 */
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

    private interface Check {
        void check(Definition definition, Faults faults);
    }

    private static Reviewed of(JsonNode written, Check check) {
        var faults = new Faults();
        Bounds.check(written, faults);
        if (!faults.isEmpty()) {
            return new Reviewed(null, faults.told());
        }
        DefinitionSchema.QUESTIONNAIRE.check(written, faults);
        var shaped = faults.isEmpty();
        TextHygiene.check(written, faults);
        if (!shaped) {
            return new Reviewed(null, faults.told());
        }
        try {
            var definition = DefinitionFormat.read(CanonicalJson.of(written), Definition.class);
            check.check(definition, faults);
            return new Reviewed(definition, faults.told());
        } catch (JsonProcessingException unreadable) {
            faults.add("", "unreadable", unreadable.getOriginalMessage());
            return new Reviewed(null, faults.told());
        }
    }
}

package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a definition of any kind that somebody wrote. All that is wrong is told at once: its size; when that will do, its shape and
 * its texts; when those will do, what it means. Whoever wrote it may mean harm: the work is bounded by its size.
 *
 * @param definition null when it cannot be read at all
 * @param faults empty when it may be published; at most 200, of which the last says so when there are more
 */
public record Review<T>(@Nullable T definition, List<DefinitionFault> faults) {

    public Review {
        faults = List.copyOf(faults);
    }

    public boolean publishable() {
        return definition != null && faults.isEmpty();
    }

    /**
     * Looks at all of it.
     *
     * @param check what its meaning must fulfil, once its shape does
     */
    public static <T> Review<T> of(
            JsonNode written, DefinitionSchema schema, Class<T> type, BiConsumer<T, Faults> check) {
        var faults = new Faults();
        Bounds.check(written, faults);
        if (!faults.isEmpty()) {
            return new Review<>(null, faults.told());
        }
        schema.check(written, faults);
        var shaped = faults.isEmpty();
        TextHygiene.check(written, faults);
        if (!shaped) {
            return new Review<>(null, faults.told());
        }
        try {
            var definition = DefinitionFormat.read(CanonicalJson.of(written), type);
            check.accept(definition, faults);
            return new Review<>(definition, faults.told());
        } catch (JsonProcessingException unreadable) {
            faults.add("", "unreadable", unreadable.getOriginalMessage());
            return new Review<>(null, faults.told());
        }
    }
}

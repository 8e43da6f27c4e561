package dev.kith.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a criterion.
 *
 * @param met null when too little was answered to say
 * @param parts the conditions in it that are told, in the order they are written
 */
public record CriterionResult(String code, @Nullable Boolean met, List<Part> parts) {

    public CriterionResult {
        parts = List.copyOf(parts);
    }

    /** One condition of it. */
    public record Part(String code, @Nullable Boolean met) {}
}

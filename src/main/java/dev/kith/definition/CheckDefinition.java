package dev.kith.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag that doubts answers and changes no score.
 *
 * @param items straight-lining: all alike over items asked both ways
 * @param seconds too-fast: answered in less
 */
public record CheckDefinition(
        Code code, List<String> items, @Nullable Integer seconds) {

    public CheckDefinition {
        items = Absent.empty(items);
    }

    /** What is looked for. */
    public enum Code {
        STRAIGHT_LINING,
        TOO_FAST
    }
}

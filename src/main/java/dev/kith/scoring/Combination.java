package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One value of many. */
public sealed interface Combination permits Sum, Mean, WeightedSum, Extreme, CountOf {

    /**
     * The value.
     *
     * @param there those of the asked that are there, by name: at least one
     * @param asked those that should be there
     */
    Exact of(Map<String, BigDecimal> there, List<String> asked);

    /**
     * What it can be.
     *
     * @param parts what each can be, in order
     * @param whole whether all are always asked
     */
    Span span(Map<String, Range> parts, boolean whole);

    /** Whether those that are there stand for those that are not. */
    default boolean prorates() {
        return true;
    }
}

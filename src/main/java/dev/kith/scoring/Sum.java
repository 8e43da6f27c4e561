package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** All added; with some missing, the mean of the others stands for each. */
public record Sum() implements Combination {

    @Override
    public Exact of(Map<String, BigDecimal> there, List<String> asked) {
        return Exact.sum(there.values().stream()).times(asked.size()).over(there.size());
    }

    @Override
    public Span span(Map<String, Range> parts, boolean whole) {
        return Span.ofSums(List.copyOf(parts.values()), whole);
    }
}

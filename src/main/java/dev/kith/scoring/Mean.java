package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The mean of those that are there. */
public record Mean() implements Combination {

    @Override
    public Exact of(Map<String, BigDecimal> there, List<String> asked) {
        return Exact.sum(there.values().stream()).over(there.size());
    }

    @Override
    public Span span(Map<String, Range> parts, boolean whole) {
        var ranges = List.copyOf(parts.values());
        if (!whole) {
            return Span.of(Span.lowest(ranges, Range::min), Span.highest(ranges, Range::max));
        }
        var sums = Span.ofSums(ranges, true);
        return new Span(sums.least().over(parts.size()), sums.most().over(parts.size()));
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The lowest or the highest of those that are there. */
public record Extreme(End end) implements Combination {

    /** Which one. */
    public enum End {
        MINIMUM,
        MAXIMUM
    }

    @Override
    public Exact of(Map<String, BigDecimal> there, List<String> asked) {
        return Exact.of(end == End.MINIMUM ? Collections.min(there.values()) : Collections.max(there.values()));
    }

    @Override
    public Span span(Map<String, Range> parts, boolean whole) {
        var ranges = List.copyOf(parts.values());
        return whole
                ? Span.of(ofAll(ranges, Range::min), ofAll(ranges, Range::max))
                : Span.of(Span.lowest(ranges, Range::min), Span.highest(ranges, Range::max));
    }

    private BigDecimal ofAll(List<Range> ranges, Function<Range, BigDecimal> of) {
        return end == End.MINIMUM ? Span.lowest(ranges, of) : Span.highest(ranges, of);
    }
}

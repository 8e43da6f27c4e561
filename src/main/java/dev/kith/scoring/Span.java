package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The least and the most before rounding. */
record Span(Exact least, Exact most) {

    static Span of(BigDecimal least, BigDecimal most) {
        return new Span(Exact.of(least), Exact.of(most));
    }

    /** Of sums over all parts; or, where some may be left out, over any of them but at least one. */
    static Span ofSums(List<Range> parts, boolean whole) {
        if (whole) {
            return new Span(
                    Exact.sum(parts.stream().map(Range::min)),
                    Exact.sum(parts.stream().map(Range::max)));
        }
        var least =
                parts.stream().map(Range::min).filter(min -> min.signum() < 0).reduce(BigDecimal::add);
        var most =
                parts.stream().map(Range::max).filter(max -> max.signum() > 0).reduce(BigDecimal::add);
        return of(least.orElseGet(() -> lowest(parts, Range::min)), most.orElseGet(() -> highest(parts, Range::max)));
    }

    static BigDecimal lowest(List<Range> parts, Function<Range, BigDecimal> end) {
        return parts.stream().map(end).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    static BigDecimal highest(List<Range> parts, Function<Range, BigDecimal> end) {
        return parts.stream().map(end).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    Range shown(Scale scale) {
        return new Range(least.shown(scale), most.shown(scale));
    }
}

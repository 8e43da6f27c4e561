package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How many compare so. One that is not there does not. */
public record CountOf(Operator operator, BigDecimal value) implements Combination {

    @Override
    public Exact of(Map<String, BigDecimal> there, List<String> asked) {
        var those = there.values().stream()
                .filter(each -> operator.holds(each.compareTo(value)))
                .count();
        return Exact.of(BigDecimal.valueOf(those));
    }

    @Override
    public Span span(Map<String, Range> parts, boolean whole) {
        return Span.of(BigDecimal.ZERO, BigDecimal.valueOf(parts.size()));
    }

    @Override
    public boolean prorates() {
        return false;
    }
}

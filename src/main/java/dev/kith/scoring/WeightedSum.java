package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Each times its weight, added; with some missing, the weighted mean of the others times all weights. */
public record WeightedSum(Map<String, BigDecimal> weights) implements Combination {

    public WeightedSum {
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(weight -> weight.signum() == 0)) {
            throw new IllegalArgumentException("a weight of 0 is no weight: leave it out");
        }
    }

    /** Whether a weighted mean of some can stand for all. */
    boolean onlyAdds() {
        return weights.values().stream().allMatch(weight -> weight.signum() > 0);
    }

    @Override
    public Exact of(Map<String, BigDecimal> there, List<String> asked) {
        var sum =
                Exact.sum(there.entrySet().stream().map(part -> part.getValue().multiply(weight(part.getKey()))));
        return there.size() == asked.size() ? sum : sum.times(total(asked)).over(total(List.copyOf(there.keySet())));
    }

    @Override
    public Span span(Map<String, Range> parts, boolean whole) {
        return Span.ofSums(
                parts.entrySet().stream()
                        .map(part -> part.getValue().times(weight(part.getKey())))
                        .toList(),
                whole);
    }

    private BigDecimal weight(String name) {
        return weights.getOrDefault(name, BigDecimal.ZERO);
    }

    private BigDecimal total(List<String> names) {
        return names.stream().map(this::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

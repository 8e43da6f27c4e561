package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether the bands of a scale name every value it can show exactly once. */
public final class BandCoverage {

    private BandCoverage() {}

    /** What is wrong, in plain words; empty when each value has one band, or when there are no bands at all. */
    public static List<String> faults(ScoringModel model, String code) {
        var scale = model.scale(code);
        if (scale.bands().isEmpty()) {
            return List.of();
        }
        var range = model.range(code);
        var step = BigDecimal.ONE.movePointLeft(scale.decimals());
        var faults = new ArrayList<String>();
        var next = range.min();
        for (var band :
                scale.bands().stream().sorted(Comparator.comparing(Band::from)).toList()) {
            var order = band.from().compareTo(next);
            if (order != 0) {
                faults.add("%s: band %s starts at %s, not at %s: %s"
                        .formatted(code, band.code(), band.from(), next, order > 0 ? "a gap" : "an overlap"));
            }
            next = band.to().add(step);
        }
        if (next.subtract(step).compareTo(range.max()) != 0) {
            faults.add("%s: bands end at %s, the scale at %s".formatted(code, next.subtract(step), range.max()));
        }
        return faults;
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whether the bands of a scale name every value it can show exactly once, for each sex. */
public final class BandCoverage {

    private BandCoverage() {}

    /** What is wrong, in plain words; empty when each value has one band, or when there are no bands at all. */
    public static List<String> faults(ScoringModel model, String code) {
        var scale = model.scale(code);
        return scale.bands().isEmpty()
                ? List.of()
                : Stream.of(Sex.values())
                        .flatMap(sex -> faults(scale, model.range(code), sex).stream())
                        .distinct()
                        .toList();
    }

    private static List<String> faults(Scale scale, Range range, Sex sex) {
        var step = BigDecimal.ONE.movePointLeft(scale.decimals());
        var faults = new ArrayList<String>();
        var next = range.min();
        for (var band : scale.bands().stream()
                .filter(each -> each.isFor(sex))
                .sorted(Comparator.comparing(Band::from))
                .toList()) {
            var order = band.from().compareTo(next);
            if (order != 0) {
                faults.add("%s: band %s starts at %s, not at %s: %s"
                        .formatted(scale.code(), band.code(), band.from(), next, order > 0 ? "a gap" : "an overlap"));
            }
            next = band.to().add(step);
        }
        if (next.subtract(step).compareTo(range.max()) != 0) {
            faults.add(
                    "%s: bands end at %s, the scale at %s".formatted(scale.code(), next.subtract(step), range.max()));
        }
        return faults;
    }
}

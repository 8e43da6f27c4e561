package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a population's norms make of a raw score. Of the strata, the first that fits the person counts; one that asks for nothing fits everybody.
 *
 * @param clamp whether a raw score beyond the ends of a stratum is taken as its end, rather than as none
 */
public record NormTable(List<Stratum> strata, boolean interpolated, boolean clamp) {

    boolean looksAtThePerson() {
        return strata.stream().anyMatch(one -> one.sex() != null || one.ageFrom() != null || one.ageTo() != null);
    }

    public NormTable {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a table needs a stratum");
        }
        for (var place = 0; place < strata.size(); place++) {
            var late = strata.get(place);
            if (strata.subList(0, place).stream().anyMatch(early -> early.fitsAllOf(late))) {
                throw new IllegalArgumentException("stratum " + (place + 1) + " is never reached");
            }
        }
    }

    /** What is read from it: a value, or the reason for none. */
    Reading read(BigDecimal raw, Circumstances who) {
        for (var stratum : strata) {
            if (stratum.fits(who)) {
                return stratum.read(raw, interpolated, clamp);
            }
        }
        return Reading.none(strata.stream()
                .map(stratum -> stratum.unknownIn(who))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ScaleScore.Reason.OUTSIDE_TABLE));
    }

    Span span() {
        var values = strata.stream()
                .flatMap(stratum -> stratum.points().stream())
                .map(Stratum.Point::value)
                .sorted(Comparator.naturalOrder())
                .toList();
        return Span.of(values.get(0), values.get(values.size() - 1));
    }
}

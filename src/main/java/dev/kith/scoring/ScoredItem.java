package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * An item that counts: the raw values it takes, and whether it is keyed the other way round.
 *
 * @param linkId the name that answers use
 * @param values the raw values it takes, at least two different ones
 * @param reversed whether a high answer counts low
 */
public record ScoredItem(String linkId, List<BigDecimal> values, boolean reversed) {

    public ScoredItem {
        values = List.copyOf(values);
        if (values.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < 2) {
            throw new IllegalArgumentException(linkId + " needs two values or more");
        }
    }

    public BigDecimal lowest() {
        return Collections.min(values);
    }

    public BigDecimal highest() {
        return Collections.max(values);
    }

    public boolean takes(BigDecimal raw) {
        return values.stream().anyMatch(value -> value.compareTo(raw) == 0);
    }

    /** What a raw answer counts: itself, or lowest + highest - itself where the item is reversed. */
    public BigDecimal keyed(BigDecimal raw) {
        if (!takes(raw)) {
            throw new IllegalArgumentException(linkId + " does not take " + raw);
        }
        return reversed ? lowest().add(highest()).subtract(raw) : raw;
    }
}

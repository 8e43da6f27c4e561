package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * An item that counts: the raw values it takes, and whether it is keyed the other way round.
 *
 * @param linkId the name that answers use
 * @param reversed whether a high answer counts low
 */
public record ScoredItem(String linkId, Values values, boolean reversed) {

    public ScoredItem(String linkId, List<BigDecimal> values, boolean reversed) {
        this(linkId, new Values.Listed(values), reversed);
    }

    /** What it counts, at the least and at the most. Reversing moves neither end. */
    public Range range() {
        return values.range();
    }

    /** What a raw answer counts: itself, or lowest + highest - itself where the item is reversed. */
    public BigDecimal keyed(BigDecimal raw) {
        if (!values.hold(raw)) {
            throw new IllegalArgumentException(linkId + " does not take " + raw);
        }
        return reversed ? range().min().add(range().max()).subtract(raw) : raw;
    }
}

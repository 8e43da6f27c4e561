package dev.kith.change;

import dev.kith.change.CutOffs.CutOffKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The first value that counts as clinical: it and all worse ones do. So 10 on a scale with 10 is clinical, 9 is not.
 *
 * @param computedAs which cut-off of Jacobson and Truax it is, where it was computed of norms; null where it was published itself
 * @param citation of what was published: the cut-off, or the norms
 */
public record Caseness(BigDecimal cutOff, @Nullable CutOffKind computedAs, String citation) {
    private static final int DECIMALS = 4;

    /** As it was published. */
    public Caseness(BigDecimal cutOff, String citation) {
        this(cutOff, null, citation);
    }

    /** The cut-off as it is told: as published, or computed, to four decimals. It is compared unrounded. */
    BigDecimal shown() {
        return computedAs == null ? cutOff : Decimals.shown(cutOff, DECIMALS);
    }

    /** Whether this value is clinical. */
    public boolean holds(BigDecimal value, Direction direction) {
        return direction.gain(value.subtract(cutOff)).signum() <= 0;
    }
}

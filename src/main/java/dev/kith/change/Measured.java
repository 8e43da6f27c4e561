package dev.kith.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/** One value in time. */
public record Measured(Instant at, BigDecimal value) {
    /** Of two at one time the lower value comes first, so that the order in which they were given decides nothing. */
    static final Comparator<Measured> IN_TIME =
            Comparator.comparing(Measured::at).thenComparing(Measured::value);
}

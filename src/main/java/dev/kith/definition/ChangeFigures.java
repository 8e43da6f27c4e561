package dev.kith.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Published figures about change on one scale. Each names its citation in the passport, and whether we read it there: what is not verified is shown
 * but never used.
 */
public record ChangeFigures(
        @Nullable Points threshold,
        @Nullable Spread reliability,
        @Nullable Points caseness) {

    /** A number of points: a reliable change, or the first clinical value. */
    public record Points(BigDecimal points, String citation, boolean verified) {}

    /** Standard deviation and reliability. */
    public record Spread(BigDecimal sd, BigDecimal reliability, String citation, boolean verified) {}
}

package dev.kith.change;

import java.math.BigDecimal;

/** A change in points, more than 0, that a source calls reliable from there on. */
public record PublishedThreshold(BigDecimal points, String citation) {

    public PublishedThreshold {
        if (points.signum() <= 0) {
            throw new IllegalArgumentException("a threshold is more than 0, not " + points);
        }
    }
}

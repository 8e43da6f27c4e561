package dev.kith.change;

import java.math.BigDecimal;

/** The minimal important difference: a change of so many points, more than 0, matters to people from there on. It says nothing of measurement error. */
public record PublishedImportance(BigDecimal points, String citation) {

    public PublishedImportance {
        if (points.signum() <= 0) {
            throw new IllegalArgumentException("a difference is more than 0, not " + points);
        }
    }
}

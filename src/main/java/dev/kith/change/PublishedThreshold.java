package dev.kith.change;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change in points, more than 0, that a source calls reliable from there on.
 *
 * @param confidence of the interval that it stands for, such as 0.9; null where the source does not say
 */
public record PublishedThreshold(
        BigDecimal points, @Nullable BigDecimal confidence, String citation) {

    public PublishedThreshold {
        if (points.signum() <= 0) {
            throw new IllegalArgumentException("a threshold is more than 0, not " + points);
        }
        if (confidence != null && (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
    }

    /** Where the source does not say how sure. */
    public PublishedThreshold(BigDecimal points, String citation) {
        this(points, null, citation);
    }
}

package dev.kith.change;

import java.math.BigDecimal;

/** A gain of so many percent of the first value, more than 0; exactly so many is one. */
public record PublishedResponse(BigDecimal percent, String citation) {

    public PublishedResponse {
        if (percent.signum() <= 0) {
            throw new IllegalArgumentException("a share is more than 0, not " + percent);
        }
    }
}

package dev.kith.change;

import java.math.BigDecimal;

/** Values better than the mark are remission; the mark itself is not. On a scale where lower is better, that is below it. */
public record PublishedRemission(BigDecimal mark, String citation) {

    boolean holds(BigDecimal value, Direction direction) {
        return direction.gain(value.subtract(mark)).signum() > 0;
    }
}

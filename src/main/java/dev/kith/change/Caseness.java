package dev.kith.change;

import java.math.BigDecimal;

/** The first value that counts as clinical: it and all worse ones do. */
public record Caseness(BigDecimal cutOff, String citation) {

    boolean holds(BigDecimal value, Direction direction) {
        return direction.gain(value.subtract(cutOff)).signum() <= 0;
    }
}

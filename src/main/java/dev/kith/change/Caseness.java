package dev.kith.change;

import java.math.BigDecimal;

/** The first value that counts as clinical: it and all worse ones do. So 10 on a scale with 10 is clinical, 9 is not. */
public record Caseness(BigDecimal cutOff, String citation) {

    /** Whether this value is clinical. */
    public boolean holds(BigDecimal value, Direction direction) {
        return direction.gain(value.subtract(cutOff)).signum() <= 0;
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;

/**
 * What a range of a scale is called. Both ends belong to it; they are compared with the value as shown (rounded).
 *
 * @param code names the band within its scale; words for it are kept with the definition, by this code
 */
public record Band(BigDecimal from, BigDecimal to, String code, BandBasis basis) {

    public Band {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("band " + code + " ends before it starts");
        }
    }

    public boolean holds(BigDecimal value) {
        return from.compareTo(value) <= 0 && value.compareTo(to) <= 0;
    }
}

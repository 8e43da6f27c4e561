package dev.kith.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a range of a scale is called. Both ends belong to it; they are compared with the value as shown (rounded).
 *
 * @param code names the band within its scale; words for it are kept with the definition, by this code
 * @param sex whom it is for; null for everybody
 */
public record Band(
        BigDecimal from,
        BigDecimal to,
        String code,
        BandBasis basis,
        @Nullable Sex sex) {

    public Band {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("band " + code + " ends before it starts");
        }
    }

    /** For everybody. */
    public Band(BigDecimal from, BigDecimal to, String code, BandBasis basis) {
        this(from, to, code, basis, null);
    }

    public boolean holds(BigDecimal value) {
        return from.compareTo(value) <= 0 && value.compareTo(to) <= 0;
    }

    /** Whether it may be said of a person of this sex; of one of unknown sex, only what is said of everybody. */
    boolean isFor(@Nullable Sex one) {
        return sex == null || sex == one;
    }
}

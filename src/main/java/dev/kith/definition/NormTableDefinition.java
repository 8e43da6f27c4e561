package dev.kith.definition;

import dev.kith.scoring.Sex;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published norms.
 *
 * @param interpolation none when left out: a raw score that is not listed has no value
 * @param outside invalid when left out: a raw score beyond the ends has no value
 * @param strata the first that fits the person counts
 */
public record NormTableDefinition(
        String citation,
        @Nullable Interpolation interpolation,
        @Nullable Outside outside,
        List<StratumDefinition> strata) {

    public NormTableDefinition {
        strata = List.copyOf(strata);
    }

    /** What lies between two listed raw scores: nothing, or the straight line. */
    public enum Interpolation {
        NONE,
        LINEAR
    }

    /** What lies beyond the ends: nothing, or the end. */
    public enum Outside {
        INVALID,
        CLAMP
    }

    /** The norms of one group of people; what it leaves out, it does not ask for. */
    public record StratumDefinition(
            @Nullable Sex sex,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            List<PointDefinition> points) {

        public StratumDefinition {
            points = List.copyOf(points);
        }
    }

    /** What one raw score is. */
    public record PointDefinition(BigDecimal raw, BigDecimal value) {}
}

package dev.kith.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value before rounding, or the reason why there is none. */
record Reading(@Nullable Exact value, ScaleScore.@Nullable Reason reason) {

    static Reading of(Exact value) {
        return new Reading(value, null);
    }

    static Reading of(BigDecimal value) {
        return of(Exact.of(value));
    }

    static Reading none(ScaleScore.Reason reason) {
        return new Reading(null, reason);
    }
}

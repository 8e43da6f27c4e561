package dev.kith.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one scale made of the answers.
 *
 * @param value as shown, or null when it does not count
 * @param reason why it does not count; null when it does
 * @param answered how many of its items were answered
 * @param items how many items it has; a derived scale has those of the scale it is made of
 * @param prorated whether the answered items stand for missing ones
 * @param band what the value is called; null without bands or value
 */
public record ScaleScore(
        String scale,
        @Nullable BigDecimal value,
        @Nullable Reason reason,
        int answered,
        int items,
        boolean prorated,
        @Nullable Band band) {

    /** Why a scale does not count. */
    public enum Reason {
        TOO_MANY_MISSING,
        /** A scale that it needs is not valid by its own rule. */
        SUBSCALE_INVALID
    }

    public boolean valid() {
        return value != null;
    }
}

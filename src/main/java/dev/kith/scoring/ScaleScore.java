package dev.kith.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one scale made of the answers.
 *
 * @param value as shown, or null when it does not count
 * @param reason why it does not count; null when it does
 * @param answered how many of its items were answered
 * @param items how many items it has; one made of other scales has theirs, each once
 * @param prorated whether the answered items stand for missing ones
 * @param band what the value is called; null without bands or value
 * @param bandReason why a value on a scale with bands has none; else null
 */
public record ScaleScore(
        String scale,
        @Nullable BigDecimal value,
        @Nullable Reason reason,
        int answered,
        int items,
        boolean prorated,
        @Nullable Band band,
        @Nullable Reason bandReason) {

    /** Why a scale does not count, or a value has no band. */
    public enum Reason {
        TOO_MANY_MISSING,
        /** A scale that it needs is not valid by its own rule. */
        SUBSCALE_INVALID,
        /** None of its items was put to the person. */
        NOTHING_ASKED,
        /** There are norms or cut-offs by sex, and it is not known. */
        SEX_UNKNOWN,
        /** There are norms by age, and it is not known. */
        AGE_UNKNOWN,
        /** Its norms say nothing about this person or this raw score. */
        OUTSIDE_TABLE,
        /** What it is a share of comes to 0: nothing happened of which there could be a part. */
        SHARE_OF_NOTHING
    }

    public boolean valid() {
        return value != null;
    }
}

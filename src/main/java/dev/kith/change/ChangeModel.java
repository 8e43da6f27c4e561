package dev.kith.change;

import org.jspecify.annotations.Nullable;

/** What was published about change on one scale. Absent is an honest answer. */
public record ChangeModel(
        Direction direction,
        @Nullable PublishedThreshold threshold,
        @Nullable Reliability reliability,
        @Nullable Caseness caseness) {

    /** A scale about which nothing was published. */
    public static ChangeModel unknown(Direction direction) {
        return new ChangeModel(direction, null, null, null);
    }
}

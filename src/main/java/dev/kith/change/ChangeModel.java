package dev.kith.change;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was published about change on one scale. Absent is an honest answer.
 *
 * @param importance the least change that people notice
 * @param response how much less than at the start
 * @param remission hardly anything left
 */
public record ChangeModel(
        Direction direction,
        @Nullable PublishedThreshold threshold,
        @Nullable Reliability reliability,
        @Nullable Caseness caseness,
        @Nullable PublishedImportance importance,
        @Nullable PublishedResponse response,
        @Nullable PublishedRemission remission) {

    public ChangeModel {
        if (direction == Direction.NEITHER
                && Stream.<@Nullable Object>of(threshold, reliability, caseness, importance, response, remission)
                        .anyMatch(Objects::nonNull)) {
            throw new IllegalArgumentException("where neither end is the better one, no change can be judged");
        }
    }

    /** Where nothing was published but about reliability and a cut-off. */
    public ChangeModel(
            Direction direction,
            @Nullable PublishedThreshold threshold,
            @Nullable Reliability reliability,
            @Nullable Caseness caseness) {
        this(direction, threshold, reliability, caseness, null, null, null);
    }

    /** A scale about which nothing was published. */
    public static ChangeModel unknown(Direction direction) {
        return new ChangeModel(direction, null, null, null);
    }
}

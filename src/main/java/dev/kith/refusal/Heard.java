package dev.kith.refusal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call that was refused.
 *
 * @param card what the refusal has to show at once, of a crisis card's shape
 * @param keptAs the id of what it is kept as, complete as it was sent
 */
public record Heard(@Nullable Object card, @Nullable UUID keptAs) {
    /** There is nothing to tell. */
    public static final Heard NOTHING = new Heard(null, null);
}

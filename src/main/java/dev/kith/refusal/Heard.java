package dev.kith.refusal;

import dev.kith.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call that was refused.
 *
 * @param card what the refusal has to show at once, of a crisis card's shape
 * @param keptAs the id of what it is kept as, complete as it was sent
 * @param later is told instead of the refusal: it was heard, and is kept when it is sent again
 */
public record Heard(
        @Nullable Object card,
        @Nullable UUID keptAs,
        @Nullable ProblemException later) {
    /** There is nothing to tell. */
    public static final Heard NOTHING = new Heard(null, null);

    public Heard(@Nullable Object card, @Nullable UUID keptAs) {
        this(card, keptAs, null);
    }
}

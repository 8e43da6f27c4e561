package dev.kith.ladder;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try, as the rule looks at it.
 *
 * @param peak the highest distress; null when nobody said, or nothing was done
 */
record Tried(UUID id, Instant at, @Nullable Integer peak, boolean notDone, boolean stopRuleUsed) {
    static final String NOT_DONE = "not-done";
    /** Of one moment, the order is that of their ids: the same tries always stand in the same order. */
    static final Comparator<Tried> IN_TIME = Comparator.comparing(Tried::at).thenComparing(Tried::id);
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one person gave to be scored. An answer to what was not asked is none.
 *
 * @param numbers raw answers that can be counted or compared, by link id
 * @param answered link ids of all answers, those that are no number too
 * @param asked link ids of the items that were put to the person; null when all were
 */
public record Given(
        Map<String, BigDecimal> numbers,
        Set<String> answered,
        @Nullable Set<String> asked,
        Circumstances circumstances) {

    public Given {
        numbers = new HashMap<>(numbers);
        answered = new HashSet<>(answered);
        answered.addAll(numbers.keySet());
        if (asked != null) {
            asked = Set.copyOf(asked);
            numbers.keySet().retainAll(asked);
            answered.retainAll(asked);
        }
        numbers = Map.copyOf(numbers);
        answered = Set.copyOf(answered);
    }

    /** All items were asked, and nothing is known but these answers. */
    public static Given of(Map<String, BigDecimal> numbers) {
        return new Given(numbers, Set.of(), null, Circumstances.UNKNOWN);
    }

    boolean asks(String linkId) {
        return asked == null || asked.contains(linkId);
    }
}

package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A doubt about answers that are all alike although some items ask the other way round.
 *
 * @param code the flag raised
 * @param items all must be answered, and alike, for the flag
 */
public record StraightLining(String code, List<String> items) {

    public StraightLining {
        items = List.copyOf(items);
    }

    boolean shows(Map<String, BigDecimal> answers) {
        var first = answers.get(items.get(0));
        return first != null
                && items.stream().allMatch(item -> {
                    var answer = answers.get(item);
                    return answer != null && answer.compareTo(first) == 0;
                });
    }
}

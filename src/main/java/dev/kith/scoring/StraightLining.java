package dev.kith.scoring;

import java.util.List;

/**
 * A doubt about answers that are all alike although some items ask the other way round.
 *
 * @param items all must be answered, and alike, for the flag
 */
public record StraightLining(String code, List<String> items) implements ValidityCheck {

    public StraightLining {
        items = List.copyOf(items);
        if (items.size() < 2) {
            throw new IllegalArgumentException(code + " needs two items or more");
        }
    }

    @Override
    public boolean shows(Given given) {
        var answers = given.numbers();
        var first = answers.get(items.get(0));
        return first != null
                && items.stream().allMatch(item -> {
                    var answer = answers.get(item);
                    return answer != null && answer.compareTo(first) == 0;
                });
    }
}

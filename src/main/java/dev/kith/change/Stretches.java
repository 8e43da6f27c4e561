package dev.kith.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Cuts a series where a questionnaire's new version no longer means the same. Nothing may be compared across such a break: no change, no trend, no
 * sudden gain.
 */
public final class Stretches {

    private Stretches() {}

    /**
     * The stretches of a series in the order of time, none empty; together they are the series.
     *
     * @param comparable whether an element means the same as the one before it
     */
    public static <T> List<List<T>> of(List<T> series, BiPredicate<T, T> comparable) {
        var stretches = new ArrayList<List<T>>();
        var from = 0;
        for (var i = 1; i <= series.size(); i++) {
            if (i == series.size() || !comparable.test(series.get(i - 1), series.get(i))) {
                stretches.add(List.copyOf(series.subList(from, i)));
                from = i;
            }
        }
        return List.copyOf(stretches);
    }
}

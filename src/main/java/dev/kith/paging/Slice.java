package dev.kith.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page's rows and where the next begins.
 *
 * @param next null on the last page
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts rows asked for with one more than the limit: the one more tells that there is a next page. */
    public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, Cursor> key) {
        if (oneMore.size() <= limit) {
            return new Slice<>(List.copyOf(oneMore), null);
        }
        var items = List.copyOf(oneMore.subList(0, limit));
        return new Slice<>(items, key.apply(items.get(limit - 1)).write());
    }

    public <V> Slice<V> map(Function<T, V> view) {
        return new Slice<>(items.stream().map(view).toList(), next);
    }
}

package dev.kith.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list left out of a definition is an empty one. */
final class Absent {

    private Absent() {}

    static <T> List<T> empty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

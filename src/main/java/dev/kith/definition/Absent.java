package dev.kith.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes where a definition leaves something out. */
public final class Absent {

    private Absent() {}

    public static <T> List<T> empty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public static <V> Map<String, V> none(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static <T> List<T> just(@Nullable List<T> list, T usual) {
        return list == null || list.isEmpty() ? List.of(usual) : List.copyOf(list);
    }

    public static <T> T or(@Nullable T said, T usual) {
        return said == null ? usual : said;
    }
}

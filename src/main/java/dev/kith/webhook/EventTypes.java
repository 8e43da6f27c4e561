package dev.kith.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events somebody wants: whole types ({@code alert.raised}), or all about one thing ({@code alert.*}). */
final class EventTypes {
    private static final String WORD = "[a-z]+(-[a-z]+)*";
    static final String ONE = WORD + "\\.(" + WORD + "|\\*)";
    static final String LIST = ONE + "(," + ONE + ")*";

    private EventTypes() {}

    /** Of a list with commas; null: all. */
    static @Nullable List<String> read(@Nullable String commas) {
        return commas == null ? null : List.of(commas.split(",", -1));
    }

    /** As the database compares; neither of its own signs can be in a type. */
    static @Nullable List<String> toSql(@Nullable List<String> types) {
        return types == null
                ? null
                : types.stream().distinct().map(type -> type.replace('*', '%')).toList();
    }

    static List<String> ofSql(Object[] patterns) {
        return List.of(patterns).stream()
                .map(pattern -> pattern.toString().replace('%', '*'))
                .toList();
    }
}

package dev.kith.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log says, by field: as it came, with whatever JSON holds; or as {@link LogCheck} left it: numbers as BigDecimal in their shortest spelling, codes as
 * String, yes or no as Boolean, lists in their order, own words as a map of {@code text} and {@code sharing}.
 */
public record LogValues(
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> during,
        Map<String, @Nullable Object> after) {

    public static final LogValues NONE = new LogValues(Map.of(), Map.of(), Map.of());

    public LogValues {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        during = Collections.unmodifiableMap(new LinkedHashMap<>(during));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** As somebody sent it; a part that is left out says nothing. */
    public static LogValues sent(
            @Nullable Map<String, ? extends @Nullable Object> before,
            @Nullable Map<String, ? extends @Nullable Object> during,
            @Nullable Map<String, ? extends @Nullable Object> after) {
        return new LogValues(orNone(before), orNone(during), orNone(after));
    }

    private static Map<String, @Nullable Object> orNone(@Nullable Map<String, ? extends @Nullable Object> part) {
        return part == null ? Map.of() : new LinkedHashMap<>(part);
    }

    public Map<String, @Nullable Object> in(LogPart part) {
        return switch (part) {
            case BEFORE -> before;
            case DURING -> during;
            case AFTER -> after;
        };
    }

    /** What is said at such a place as after.suds-peak; null when nothing is. */
    public @Nullable Object at(String place) {
        for (var part : LogPart.values()) {
            if (place.startsWith(part.place(""))) {
                return in(part).get(place.substring(part.place("").length()));
            }
        }
        return null;
    }

    public boolean isEmpty() {
        return before.isEmpty() && during.isEmpty() && after.isEmpty();
    }
}

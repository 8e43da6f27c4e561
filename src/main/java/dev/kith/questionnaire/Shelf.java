package dev.kith.questionnaire;

import dev.kith.questionnaire.StoredVersions.Stored;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one owner published, ready for use.
 *
 * @param versions by key, newest first
 * @param current the newest by key that is not retired
 * @param weight characters of the definitions, for what memory they may take
 */
record Shelf(Map<String, List<Published>> versions, Map<String, Published> current, int weight) {
    static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), 0);

    /** Takes rows by key and version. */
    static Shelf of(List<Stored> rows) {
        var byKey = new HashMap<String, List<Published>>();
        var since = new HashMap<String, Integer>();
        var weight = 0;
        for (var row : rows) {
            var first = !since.containsKey(row.key());
            if (first || "substantive".equals(row.change())) {
                since.put(row.key(), first ? 1 : row.version());
            }
            byKey.computeIfAbsent(row.key(), key -> new java.util.ArrayList<>())
                    .add(row.ready(since.getOrDefault(row.key(), 1)));
            weight += row.json().length();
        }
        var current = new TreeMap<String, Published>();
        byKey.values().forEach(all -> {
            all.sort(Comparator.comparingInt(Published::version).reversed());
            all.stream().filter(one -> !one.retired()).findFirst().ifPresent(one -> current.put(one.key(), one));
        });
        byKey.replaceAll((key, all) -> List.copyOf(all));
        return new Shelf(Map.copyOf(byKey), Collections.unmodifiableMap(current), weight);
    }

    /** Newest first; none when the owner has no such key. */
    List<Published> versionsOf(String key) {
        return versions.getOrDefault(key, List.of());
    }

    Optional<Published> version(String key, int version) {
        return versionsOf(key).stream().filter(one -> one.version() == version).findFirst();
    }

    boolean has(String key) {
        return versions.containsKey(key);
    }

    @Nullable
    Published currentOrNull(String key) {
        return current.get(key);
    }
}

package dev.kith.questionnaire;

import dev.kith.definition.ReadWording;
import dev.kith.questionnaire.StoredVersions.Stored;
import dev.kith.tenancy.Practices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that one owner published, ready for use.
 *
 * @param versions by key, newest first
 * @param current the newest by key that is not retired
 * @param worded versions with the wordings that the owner attached, the library's too
 * @param weight characters of the definitions, for what memory they may take
 */
record Shelf(
        Map<String, List<Published>> versions,
        Map<String, Published> current,
        Map<Name, Published> worded,
        int weight) {
    /** About what a version has; a wording is kept with a copy of its version. */
    static final int A_VERSION = 16_000;

    static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), Map.of(), 0);

    /** Which version. */
    record Name(UUID owner, String key, int version) {
        static Name of(Published one) {
            return new Name(one.owner(), one.key(), one.version());
        }
    }

    /** Takes rows by key and version, and the words that came with them. */
    static Shelf of(List<Stored> rows, List<ReadWording> wordings) {
        var byKey = new HashMap<String, List<Published>>();
        var since = new HashMap<String, Integer>();
        var weight = 0;
        for (var row : rows) {
            var first = !since.containsKey(row.key());
            if (first || "substantive".equals(row.change())) {
                since.put(row.key(), first ? 1 : row.version());
            }
            var ready = row.ready(since.getOrDefault(row.key(), 1));
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                    .add(ready.with(wordings.stream()
                            .filter(one -> one.wording().liesOver(ready.definition()))
                            .toList()));
            weight += row.json().length();
        }
        var current = new TreeMap<String, Published>();
        byKey.values().forEach(all -> {
            all.sort(Comparator.comparingInt(Published::version).reversed());
            all.stream().filter(one -> !one.retired()).findFirst().ifPresent(one -> current.put(one.key(), one));
        });
        byKey.replaceAll((key, all) -> List.copyOf(all));
        return new Shelf(Map.copyOf(byKey), Collections.unmodifiableMap(current), Map.of(), weight);
    }

    /** The same with wordings that the owner attached to versions here or in the library. */
    Shelf with(Map<Name, List<ReadWording>> attached, Shelf library) {
        var all = new HashMap<Name, Published>();
        var more = weight;
        for (var one : attached.entrySet()) {
            var name = one.getKey();
            var below = (name.owner().equals(Practices.LIBRARY) ? library : this).version(name.key(), name.version());
            below.ifPresent(found -> all.put(name, found.with(one.getValue())));
            more += one.getValue().stream()
                    .mapToInt(words -> A_VERSION + words.json().length())
                    .sum();
        }
        return new Shelf(versions, current, Map.copyOf(all), more);
    }

    /** A version with the words that were attached to it. */
    Published worded(Published one) {
        return worded.getOrDefault(Name.of(one), one);
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

package dev.kith.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * All that one owner published of a kind, ready for use.
 *
 * @param versions by key, newest first
 * @param current the newest by key that is not retired
 * @param weight characters of the definitions, for what memory they may take
 */
record VersionShelf<P extends PublishedVersion>(Map<String, List<P>> versions, Map<String, P> current, int weight) {

    static <P extends PublishedVersion> VersionShelf<P> empty() {
        return new VersionShelf<>(Map.of(), Map.of(), 0);
    }

    /** Makes a row ready for use, given the version that began its series. */
    interface Ready<P> {
        P ready(StoredVersion row, int since);
    }

    /** Takes rows by key and version. */
    static <P extends PublishedVersion> VersionShelf<P> of(List<StoredVersion> rows, Ready<P> ready) {
        var byKey = new HashMap<String, List<P>>();
        var since = new HashMap<String, Integer>();
        var weight = 0;
        for (var row : rows) {
            var first = !since.containsKey(row.key());
            if (first || "substantive".equals(row.change())) {
                since.put(row.key(), first ? 1 : row.version());
            }
            byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                    .add(ready.ready(row, since.getOrDefault(row.key(), 1)));
            weight += row.json().length();
        }
        var current = new TreeMap<String, P>();
        byKey.values().forEach(all -> {
            all.sort(Comparator.comparingInt(PublishedVersion::version).reversed());
            all.stream().filter(one -> !one.retired()).findFirst().ifPresent(one -> current.put(one.key(), one));
        });
        byKey.replaceAll((key, all) -> List.copyOf(all));
        return new VersionShelf<>(Map.copyOf(byKey), Collections.unmodifiableMap(current), weight);
    }

    /** The same with the words that a practice laid over versions here. */
    VersionShelf<P> with(List<StoredWords> words, BiFunction<P, List<StoredWords>, P> lay) {
        if (words.isEmpty()) {
            return this;
        }
        UnaryOperator<P> laid = one -> {
            var over = words.stream().filter(each -> each.liesOver(one)).toList();
            return over.isEmpty() ? one : lay.apply(one, over);
        };
        var all = new HashMap<>(versions);
        all.replaceAll((key, each) -> each.stream().map(laid).toList());
        var now = new TreeMap<>(current);
        now.replaceAll((key, one) -> all.getOrDefault(key, List.of()).stream()
                .filter(each -> each.version() == one.version())
                .findFirst()
                .orElse(one));
        return new VersionShelf<>(Map.copyOf(all), Collections.unmodifiableMap(now), weight);
    }

    /** Newest first; none when the owner has no such key. */
    List<P> versionsOf(String key) {
        return versions.getOrDefault(key, List.of());
    }

    Optional<P> version(String key, int version) {
        return versionsOf(key).stream().filter(one -> one.version() == version).findFirst();
    }

    boolean has(String key) {
        return versions.containsKey(key);
    }
}

package dev.kith.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a practice sees: its own versions, and the library with the words that it laid over it. A key of its own hides the library's.
 *
 * @param current the newest published version of each, by key
 * @param all every published version of each, retired ones too
 * @param weight about how many characters are kept for it
 */
record Seen<P extends PublishedVersion>(
        VersionShelf<P> own, VersionShelf<P> library, List<P> current, List<P> all, int weight) {

    static <P extends PublishedVersion> Seen<P> of(VersionShelf<P> own, VersionShelf<P> library, int weight) {
        var hidden = own.versions().keySet();
        return new Seen<>(
                own,
                library,
                List.copyOf(together(library.current(), own.current(), hidden)),
                together(library.versions(), own.versions(), hidden).stream()
                        .flatMap(List::stream)
                        .toList(),
                weight);
    }

    VersionShelf<P> with(String key) {
        return own.has(key) ? own : library;
    }

    private static <T> Collection<T> together(
            Map<String, T> ofLibrary, Map<String, T> ofOwn, Collection<String> hidden) {
        var all = new TreeMap<>(ofLibrary);
        all.keySet().removeAll(hidden);
        all.putAll(ofOwn);
        return all.values();
    }
}

package dev.kith.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a practice sees: its own versions, and the library with the words that it laid over it. A key of its own hides the library's.
 *
 * @param weight about how many characters are kept for it
 */
record Seen<P extends PublishedVersion>(VersionShelf<P> own, VersionShelf<P> library, int weight) {
    /** The newest published version of each, by key. */
    Collection<P> current() {
        return together(library.current(), own.current());
    }

    /** Every published version of each, retired ones too. */
    List<P> all() {
        return together(library.versions(), own.versions()).stream()
                .flatMap(List::stream)
                .toList();
    }

    VersionShelf<P> with(String key) {
        return own.has(key) ? own : library;
    }

    private <T> Collection<T> together(Map<String, T> ofLibrary, Map<String, T> ofOwn) {
        var all = new TreeMap<>(ofLibrary);
        all.keySet().removeAll(own.versions().keySet());
        all.putAll(ofOwn);
        return all.values();
    }
}

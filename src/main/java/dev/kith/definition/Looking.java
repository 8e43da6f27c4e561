package dev.kith.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is said of a thing answers somebody who looks for words. */
public final class Looking {

    private Looking() {}

    /** Each word is somewhere in it, in any case and also as a part of a longer one. */
    @SafeVarargs
    public static boolean finds(String words, Collection<String>... said) {
        var all = Stream.of(said)
                .flatMap(Collection::stream)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
    }
}

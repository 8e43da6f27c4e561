package dev.kith.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of sentences, {@code words/de.properties}, by language. Whichever are there are spoken: a jar lists no folder, so each language
 * that Java knows is asked for, once, before the first sentence.
 */
final class WordFiles {

    private WordFiles() {}

    static Map<String, Map<String, String>> read(ClassLoader from) {
        var files = new TreeMap<String, Map<String, String>>();
        known().forEach(language -> {
            var sentences = read(from, language);
            if (!sentences.isEmpty()) {
                files.put(language, sentences);
            }
        });
        return files;
    }

    private static Stream<String> known() {
        var regional = Stream.of(Locale.getAvailableLocales()).map(Locale::toLanguageTag);
        return Stream.concat(Stream.of(Locale.getISOLanguages()), regional).distinct();
    }

    private static Map<String, String> read(ClassLoader from, String language) {
        try (var file = from.getResourceAsStream("words/" + language + ".properties")) {
            if (file == null) {
                return Map.of();
            }
            var read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var sentences = new HashMap<String, String>();
            read.stringPropertyNames().forEach(code -> sentences.put(code, read.getProperty(code)));
            return Map.copyOf(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

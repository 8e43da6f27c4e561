package dev.kith.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.assignment.Barrier;
import dev.kith.assignment.ScheduleChange;
import dev.kith.assignment.TaskExplanation;
import dev.kith.change.Signal;
import dev.kith.recurrence.Dose;
import dev.kith.recurrence.Shift;
import dev.kith.signal.NotJudged;
import dev.kith.signal.SignalRule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    private static final Path FOLDER = Path.of("src/main/resources/words");
    private static final Map<String, Map<String, String>> FILES = WordFiles.read(WordsTest.class.getClassLoader());
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern CODE = Pattern.compile(
            "\"((?:rule|day|weekday|time|schedule|dose|task|barrier|progress|recount|report|list|format|attention|brief)(?:\\.[a-z-]+)+)\"");

    @Test
    void everyFileIsFoundAndEveryLanguageIsSpoken() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var there = files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(FILES.keySet()).isEqualTo(there);
            assertThat(Words.languages()).startsWith("en").containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void everyLanguageSaysTheSameThingsOfTheSameArguments() {
        var english = arguments(FILES.getOrDefault("en", Map.of()));
        assertThat(FILES)
                .allSatisfy((language, sentences) ->
                        assertThat(arguments(sentences)).as(language).isEqualTo(english));
    }

    @Test
    void everyPatternReads() {
        FILES.forEach((language, sentences) -> sentences.forEach((code, pattern) -> {
            var locale = Locale.forLanguageTag(language);
            if (code.startsWith("format.")) {
                assertThat(DateTimeFormatter.ofPattern(pattern, locale).getLocale())
                        .isEqualTo(locale);
                return;
            }
            assertThat(pattern.replace("''", ""))
                    .as("%s of %s quotes", code, language)
                    .doesNotContain("'");
            for (var number = 1; number < 60; number++) {
                var said = new MessageFormat(pattern, locale)
                        .format(Collections.nCopies(6, number).toArray());
                assertThat(said)
                        .as("%s of %s", code, language)
                        .doesNotContain("{")
                        .isNotBlank();
            }
        }));
    }

    @Test
    void whatASignalSaysIsASentenceWithTheFiguresThatItNames() {
        for (var file : FILES.values()) {
            for (var sentence : Signal.Sentence.values()) {
                var said = String.valueOf(file.get("signal.says." + sentence.code()));
                assertThat(said).endsWith(".").doesNotContain("  ");
                assertThat(ARGUMENT.matcher(said)
                                .results()
                                .map(found -> found.group(1))
                                .distinct())
                        .as(said)
                        .hasSize(sentence.figures().size());
            }
        }
    }

    @Test
    void whatIsSaidAnywhereHasItsSentenceAndEverySentenceIsSaid() throws IOException {
        var said = new TreeSet<>(Set.of("list.more", "list.last"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (!source.contains(".say(")
                        && !source.contains("Phrase.of(")
                        && !source.contains("package dev.kith.words;")) {
                    continue; // what it names is no sentence
                }
                CODE.matcher(source).results().map(found -> found.group(1)).forEach(said::add);
            }
        }
        said.addAll(coded("barrier.", Barrier.values()));
        said.addAll(coded("signal.", SignalRule.values()));
        NotJudged.REASONS.stream()
                .filter(reason -> !reason.equals(NotJudged.RULE_OFF)) // the practice knows
                .map(reason -> "brief.not-judged.because."
                        + reason.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .forEach(said::add);
        said.addAll(coded("signal.says.", Signal.Sentence.values()));
        said.addAll(coded("task.because.", TaskExplanation.Because.values()));
        said.addAll(coded("task.since.", ScheduleChange.values()));
        said.addAll(coded("task.opens.", Shift.values()));
        for (var how : List.of(".by-rule", ".each", ".one")) {
            coded("dose.", Dose.Per.values()).forEach(per -> said.add(per + how));
        }
        said.remove("progress.read"); // what is written on the trail, beside sentences
        var written = FILES.getOrDefault("en", Map.of()).keySet().stream()
                .filter(code -> !code.startsWith("ladder.")) // AskingLadderStepTest says those
                .filter(code -> !code.startsWith("access.")) // AccessWordsTest says those
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).isEqualTo(written);
    }

    @Test
    void aLanguageIsOneFileMore(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("words"));
        Files.writeString(folder.resolve("words/fr.properties"), "time.at=à {0}\n");
        Files.writeString(folder.resolve("words/pt-BR.properties"), "time.at=às {0}\n");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(WordFiles.read(loader))
                    .containsOnly(
                            Map.entry("fr", Map.of("time.at", "à {0}")),
                            Map.entry("pt-BR", Map.of("time.at", "às {0}")));
        }
    }

    @Test
    void listsAndDaysAndTimesAreSaidInTheReadersWords() {
        var days = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
        assertThat(Words.in("en").say("weekday.each", days)).isEqualTo("Monday, Tuesday and Saturday");
        assertThat(Words.in("de").say("weekday.each", days)).isEqualTo("am Montag, Dienstag und Samstag");
        assertThat(Words.in("de").say("weekday.each", List.of(DayOfWeek.MONDAY)))
                .isEqualTo("am Montag");
        assertThat(Words.in("en").say("time.at", LocalTime.of(8, 0, 5))).isEqualTo("at 08:00:05");
    }

    @Test
    void digitsOfAnotherScriptAreNotAskedForByAnExtension() {
        assertThat(Words.in("de-AT-u-nu-thai").say("day.number", 15)).isEqualTo("am 15. Tag");
        assertThat(Words.in("de-AT-u-nu-thai").language()).isEqualTo("de");
    }

    @Test
    void whatAReaderWroteIsNoPattern() {
        assertThat(Words.in("en").say("rule.verbatim", "{0} it's {1,choice,0#x}"))
                .isEqualTo("by the rule {0} it's {1,choice,0#x}");
    }

    @Test
    void anUnknownCodeIsAFaultOfOurs() {
        assertThatThrownBy(() -> Words.in("de").say("nobody.says.this")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Set<String>> arguments(Map<String, String> sentences) {
        var all = new TreeMap<String, Set<String>>();
        sentences.forEach((code, pattern) -> all.put(
                code,
                ARGUMENT.matcher(pattern)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return all;
    }

    private static List<String> coded(String prefix, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}

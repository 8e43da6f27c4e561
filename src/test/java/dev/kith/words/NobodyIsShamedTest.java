package dev.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text that ships counts days in a row, or holds against somebody what they did not do. */
class NobodyIsShamedTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java");
    private static final List<String> TEXTS = List.of(".properties", ".yaml", ".html", ".txt");

    /** What code says to clients and clinicians in several languages: mails, calendars, the card of last resort. */
    private static final Pattern SPEAKS = Pattern.compile("\"(?:de|es)\",?\\s");

    private static final Pattern SHAMING = Pattern.compile(
            String.join(
                    "|",
                    // English
                    "\\bstreaks?\\b",
                    "\\bin a row you\\b",
                    "\\bfailed\\b",
                    "\\bfailing\\b",
                    "\\byou (?:\\w+ )?fail\\b",
                    "\\bmissed (?:it |this |one )?again\\b",
                    "\\byou(?:'ve| have)? (?:only |already )?missed\\b",
                    "\\byou should(?:n't| not)? have \\w",
                    "\\byou (?:still )?(?:have not|haven't|did not|didn't) (?:even )?(?:do|done|manage|managed|keep|kept|finish|finished)\\b",
                    "\\byou(?:'re| are| have|'ve)? fall(?:en|ing)? behind\\b",
                    "\\bbehind schedule\\b",
                    "\\boverdue for you\\b",
                    "\\blazy\\b",
                    "\\bno excuses?\\b",
                    "\\btry harder\\b",
                    "\\blet (?:us|your clinician) down\\b",
                    "\\bdisappointed in you\\b",
                    "\\bdon't (?:give up|break|lose) (?:now|it|your)\\b",
                    // German
                    "\\bsträhne\\b",
                    "\\bserie von tagen\\b",
                    "\\btage in folge\\b",
                    "\\bversagt\\b",
                    "\\bgescheitert\\b",
                    "\\b(?:schon )?wieder (?:nicht|verpasst|versäumt|ausgelassen)\\b",
                    "\\b(?:du hast|hast du|sie haben|haben sie)\\b[^.?!\"]*\\b(?:verpasst|versäumt|vergessen|nicht geschafft)\\b",
                    "\\b(?:hättest|hätten sie)\\b[^.?!\"]*\\b(?:sollen|müssen)\\b",
                    "\\bim rückstand\\b",
                    "\\bfaul\\b",
                    "\\bausreden?\\b",
                    "\\bstreng dich\\b",
                    "\\benttäuscht von dir\\b",
                    // Spanish
                    "\\brachas?\\b",
                    "\\bfracas\\w*\\b",
                    "\\bhas fallado\\b",
                    "\\b(?:deberías|debiste|tenías que) haber\\b",
                    "\\bte (?:lo )?has (?:saltado|perdido)\\b",
                    "\\botra vez (?:no|sin)\\b",
                    "\\bperezos[oa]\\b"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void noTextThatShipsShamesAnybody() throws IOException {
        var read = new TreeMap<String, String>();
        texts().forEach(file -> read.put(file.toString(), read(file)));
        assertThat(read.keySet())
                .as("words, mails, calendars, exercises, programs and pages")
                .anyMatch(name -> name.endsWith("words/en.properties"))
                .anyMatch(name -> name.endsWith("words/de.properties"))
                .anyMatch(name -> name.endsWith("chart/words_es.properties"))
                .anyMatch(name -> name.contains("templates/reminder"))
                .anyMatch(name -> name.endsWith("MailWords.java"))
                .anyMatch(name -> name.endsWith("AlertWords.java"))
                .anyMatch(name -> name.endsWith("FeedText.java"))
                .anyMatch(name -> name.endsWith("DefaultCard.java"));
        assertThat(read.keySet().stream().filter(name -> name.contains("/exercises/")))
                .hasSizeGreaterThan(22);
        assertThat(read.keySet().stream().filter(name -> name.contains("/programs/")))
                .hasSizeGreaterThan(1);
        var found = new TreeMap<String, List<String>>();
        read.forEach((name, text) -> found.put(name, shaming(text)));
        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A streak of 12 days!",
                "You failed to do this one.",
                "Missed again: Slow breath",
                "You missed three tasks.",
                "You should have done this yesterday.",
                "You haven't finished it.",
                "You are falling behind.",
                "No excuses today!",
                "Eine Strähne von zwölf Tagen!",
                "Du hast die Übung schon zweimal verpasst.",
                "Schon wieder nicht gemacht",
                "Du hättest das gestern tun sollen.",
                "Sie haben die Aufgabe vergessen.",
                "Daran bist du gescheitert.",
                "Llevas una racha de doce días.",
                "Deberías haber hecho esto ayer.",
                "Otra vez sin hacer"
            })
    void suchASentenceIsFound(String sentence) {
        assertThat(shaming(sentence)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "That is part of the way, not a failure.",
                "A day left out is fine.",
                "Do not say “you shouldn't have”.",
                "Hättest du Zeit, dir das mit mir anzuschauen?",
                "Wovon hättest du gern etwas mehr?",
                "Das gehört zum Weg und ist kein Scheitern.",
                "Cuando te venga bien."
            })
    void aKindOneIsNot(String sentence) {
        assertThat(shaming(sentence)).isEmpty();
    }

    private static List<String> shaming(String text) {
        return SHAMING.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Path> texts() throws IOException {
        try (var resources = Files.walk(RESOURCES);
                var code = Files.walk(CODE)) {
            return Stream.concat(
                            resources
                                    .filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
                                    .filter(file ->
                                            !file.startsWith(RESOURCES.resolve("identity"))) // other people's passwords
                                    .filter(file -> !file.endsWith("application.properties"))
                                    .filter(file -> !file.startsWith(RESOURCES.resolve("META-INF"))),
                            code.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> SPEAKS.matcher(read(file)).find()))
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

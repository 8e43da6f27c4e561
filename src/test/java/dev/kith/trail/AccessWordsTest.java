package dev.kith.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.words.Words;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever can be done in a client's record has its words: a new action fails here until somebody says it in words/*.properties. */
class AccessWordsTest {
    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern DEED = Pattern.compile("Deed(?:\\.of|\\.ofStep)?\\(\\s*\"([a-z-]+)\"");
    /** On no client's record. */
    private static final Pattern OF_NO_CLIENT = Pattern.compile(
            "(questionnaire|member|practice|integration|token|sandbox-clock|local-model|signal-policy|alert-policy|absence|crisis-card|letterhead|outcomes|webhook)\\..*"
                    + "|(clients|reviews|broken-glass)\\.listed|session\\.refused");
    /** News of the outbox, beside the trail. */
    private static final Pattern NEWS = Pattern.compile("assignment\\.not-moved");
    /** What the server concludes by itself: see AccessLines. */
    private static final List<String> NO_ACCESS = List.of("alert.raised", "alert.linked", "enrollment.held");

    @Test
    void whateverIsDoneHasItsSentenceAndEverySentenceIsOfSomethingDone() throws IOException {
        var done = new TreeSet<>(List.of(
                "assignment.active",
                "assignment.paused",
                "assignment.ended",
                "alert.acknowledged",
                "alert.resolved",
                "report.read",
                "scores.exported",
                "items.exported",
                "responses.exported"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("import dev.kith.audit.Audit;") || source.contains("opening.open(")) {
                    ACTION.matcher(source).results().forEach(found -> done.add(found.group(1)));
                }
                if (source.contains("package dev.kith.program;")) {
                    DEED.matcher(source).results().forEach(found -> done.add("enrollment." + found.group(1)));
                }
            }
        }
        done.removeIf(OF_NO_CLIENT.asMatchPredicate().or(NEWS.asMatchPredicate()));
        NO_ACCESS.forEach(done::remove);
        assertThat(said()).isEqualTo(done);
    }

    @Test
    void eachLanguageHasThem() throws IOException {
        for (var action : said()) {
            assertThat(Words.in("de").say("access." + action))
                    .isNotEqualTo(Words.in("en").say("access." + action));
        }
    }

    private static TreeSet<String> said() throws IOException {
        var english = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/words/en.properties"))) {
            english.load(file);
        }
        return english.stringPropertyNames().stream()
                .filter(code -> code.startsWith("access.") && code.indexOf('.', "access.".length()) > 0)
                .map(code -> code.substring("access.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

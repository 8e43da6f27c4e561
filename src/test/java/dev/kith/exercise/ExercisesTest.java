package dev.kith.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.definition.Definitions;
import dev.kith.definition.Option;
import dev.kith.definition.ReadDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped exercises are right, and the folder, the index and the names agree. */
class ExercisesTest {
    private static final Path FOLDER = Path.of("src/main/resources/content/exercises");
    private static final Set<String> DOMAINS = Set.of(
            "help-avoidance",
            "trust-and-closeness",
            "vulnerability-and-masking",
            "load-and-control",
            "body-alarm",
            "self-care");
    private static final Set<String> ARTICLES = Set.of("S0", "S1", "S2", "S3", "S4");

    static List<ReadExercise> shipped() {
        return Exercises.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExerciseMayBePublished(ReadExercise read) {
        assertThat(Exercises.review(Definitions.parseJson(read.json())).faults())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExerciseSaysWhereItComesFromAndWhatItIsNot(ReadExercise read) {
        var definition = read.definition();

        assertThat(definition.label()).as("label").isNotNull();
        assertThat(definition.code()).as("code").isNotNull();
        assertThat(DOMAINS).containsAll(definition.domains());
        assertThat(definition.sources()).isNotEmpty().allMatch(source -> ARTICLES.contains(source.article()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExerciseIsTheSameReadBackFromItsJson(ReadExercise read) {
        var again = Exercises.readJson(read.json());

        assertThat(again.definition()).isEqualTo(read.definition());
        assertThat(again.checksum()).isEqualTo(read.checksum());
        assertThat(Exercises.spelled(read.definition()).definition()).isEqualTo(read.definition());
    }

    @Test
    void theIndexNamesEveryFileAndEachFileIsNamedAfterItsVersion() throws Exception {
        var named = shipped().stream()
                .map(read -> read.definition().key() + ".v" + read.definition().version() + ".yaml")
                .toList();
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.yaml")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyGateOfTheLibraryNamesAnItemThatShipsAndAnAnswerToIt(ReadExercise read) {
        for (var gate : read.definition().gates()) {
            if (!gate.onWordOnly()) {
                var questionnaire = Definitions.shipped().stream()
                        .map(ReadDefinition::definition)
                        .filter(one -> one.key().equals(gate.questionnaire()))
                        .findFirst()
                        .orElseThrow();
                var item = questionnaire.items().stream()
                        .filter(one -> one.linkId().equals(gate.item()))
                        .findFirst()
                        .orElseThrow();
                assertThat(questionnaire.options(item))
                        .extracting(Option::value)
                        .containsAll(gate.opensOn());
            }
        }
    }

    /** As the articles' strategies were made into exercises: each under the code and the key by which clinicians know it. */
    @Test
    void twentyTwoExercisesAndSixReadingCardsShip() {
        var expected = """
                E01 asking-ladder
                E01B build-asking-ladder
                E02 ask-and-notice
                E03 im-fine-pause
                E04 trust-goals
                E05 receive-without-repaying
                E06 would-they-mind
                E07 hand-over-one-task
                E08 capacity-budget
                E09 grounding-five-senses
                E10 slow-breath
                E11 mindful-touch
                E12 body-scan
                E13 sitting-practice
                E14 where-i-learned-it
                E15 thought-record-needing
                E16 letter-to-the-child-who-coped
                E17 share-one-feeling
                E18 need-script
                E19 two-way-week
                E20 evening-journal
                E21 boundary-sentence
                E22 support-map
                P1 reading-healthy-and-hyper
                P2 reading-survival-strategy
                P3 reading-what-it-costs
                P4 reading-body-alarms
                P5 reading-interdependence
                P6 reading-slips
                """;
        assertThat(shipped().stream()
                        .map(ReadExercise::definition)
                        .map(one -> one.code() + " " + one.key())
                        .sorted())
                .containsExactlyElementsOf(expected.lines().toList());
        assertThat(shipped())
                .allSatisfy(read -> assertThat(read.definition().kind() == ExerciseKind.READING)
                        .as(read.definition().key())
                        .isEqualTo(read.definition().key().startsWith("reading-")));
    }

    @Test
    void noTwoHaveOneCode() {
        var seen = new HashSet<String>();
        shipped().forEach(read -> assertThat(seen.add(read.definition().code())).isTrue());
    }
}

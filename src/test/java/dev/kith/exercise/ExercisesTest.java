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

    @Test
    void noTwoHaveOneCode() {
        var seen = new HashSet<String>();
        shipped().forEach(read -> assertThat(seen.add(read.definition().code())).isTrue());
    }
}

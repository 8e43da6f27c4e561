package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in a shipped file, in a key, an edge, a rule or a threshold, is refused by the vectors that stand in the same file. */
class LibraryMutationTest {

    private static final String DOUBLED = "the sum is doubled: no score is odd";
    private static final String FOURFOLD = "the sum is taken four times: 48 is followed by 52";

    private static final String SINGLE = "it has one item: without that nothing is there to stand for it";

    /** What is written otherwise but means the same, and why. */
    private static final Map<String, String> EQUIVALENT = Map.ofEntries(
            Map.entry("dass-21: mild of depression begins at 9, not 10", DOUBLED),
            Map.entry("dass-21: moderate of depression begins at 13, not 14", DOUBLED),
            Map.entry("dass-21: severe of depression begins at 22, not 21", DOUBLED),
            Map.entry("dass-21: extremely-severe of depression begins at 27, not 28", DOUBLED),
            Map.entry("dass-21: mild of anxiety begins at 7, not 8", DOUBLED),
            Map.entry("dass-21: moderate of anxiety begins at 9, not 10", DOUBLED),
            Map.entry("dass-21: severe of anxiety begins at 16, not 15", DOUBLED),
            Map.entry("dass-21: extremely-severe of anxiety begins at 19, not 20", DOUBLED),
            Map.entry("dass-21: mild of stress begins at 16, not 15", DOUBLED),
            Map.entry("dass-21: moderate of stress begins at 20, not 19", DOUBLED),
            Map.entry("dass-21: severe of stress begins at 25, not 26", DOUBLED),
            Map.entry("dass-21: extremely-severe of stress begins at 33, not 34", DOUBLED),
            Map.entry("kith-check-in: load missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: connection missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: resentment missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: receiving missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: helped missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: was-helped missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("kith-check-in: asks-at-work missing {rule: at-most, count: 1}", SINGLE),
            Map.entry("who-5: not-impaired of total begins at 50, not 51", FOURFOLD),
            Map.entry("who-5: not-impaired of total begins at 52, not 51", FOURFOLD));

    @ParameterizedTest
    @MethodSource("files")
    void noSlipIsShipped(String file) {
        var original = (ObjectNode) Definitions.parseYaml(Definitions.resource(file));
        var mutants = Mutations.of(original);
        var unseen = new TreeSet<String>();
        for (var mutant : mutants) {
            if (DefinitionReview.ofShipped(mutant.written()).publishable()) {
                unseen.add(mutant.name());
            }
        }
        var key = original.path("key").asText() + ":";
        assertThat(mutants)
                .hasSizeGreaterThan(5)
                .extracting(Mutations.Mutant::name)
                .doesNotHaveDuplicates();
        assertThat(unseen)
                .as("what nothing in the file notices is what means the same")
                .containsExactlyInAnyOrderElementsOf(EQUIVALENT.keySet().stream()
                        .filter(name -> name.startsWith(key))
                        .toList());
    }

    static Stream<String> files() {
        return Definitions.index().stream().filter(name -> !Definitions.isWording(name));
    }
}

package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped definitions are right, and the folder, the index and the names agree. */
class DefinitionsTest {

    private static final Path FOLDER = Path.of("src/main/resources/content/questionnaires");

    static List<ReadDefinition> shipped() {
        return Definitions.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDefinitionMayBePublished(ReadDefinition read) {
        assertThat(Shipped.faults(read.definition())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedDefinitionIsTheSameReadBackFromItsJson(ReadDefinition read) {
        var again = Definitions.readJson(read.json());

        assertThat(again.definition()).isEqualTo(read.definition());
        assertThat(again.checksum()).isEqualTo(read.checksum());
    }

    @Test
    void theIndexNamesEveryFileAndEachFileIsNamedAfterItsVersion() throws Exception {
        var named = Stream.concat(
                        Definitions.shipped().stream()
                                .map(read -> read.definition().key() + ".v"
                                        + read.definition().version() + ".yaml"),
                        Wordings.shipped().stream()
                                .map(read -> read.wording().questionnaire() + ".v"
                                        + read.wording().version() + "."
                                        + read.wording().language() + ".yaml"))
                .toList();
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("index.yaml")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void anUnknownOrDoubledFieldIsRefused() {
        var yaml = Definitions.resource("gad-7.v1.yaml");

        assertThatThrownBy(() -> Definitions.readYaml(yaml + "\ncolour: blue\n"))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> Definitions.readYaml(yaml + "\nkey: gad-7\n")).hasMessageContaining("key");
    }

    @Test
    void layoutAndCommentsLeaveTheChecksumAsItIsAndAWordDoesNot() {
        var yaml = Definitions.resource("gad-7.v1.yaml");
        var checksum = Definitions.readYaml(yaml).checksum();

        assertThat(checksum).matches("[0-9a-f]{64}");
        assertThat(Definitions.readYaml("# said aside\n" + yaml).checksum()).isEqualTo(checksum);
        assertThat(Definitions.readYaml(yaml.replace("Trouble relaxing", "Trouble resting"))
                        .checksum())
                .isNotEqualTo(checksum);
    }
}

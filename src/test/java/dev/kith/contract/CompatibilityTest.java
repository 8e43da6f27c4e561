package dev.kith.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** No release breaks the apps built on the one before, unless it says so here. */
class CompatibilityTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path RELEASED = Path.of("src/test/resources/contract/released.yaml");
    private static final Path SAMPLE = Path.of("src/test/resources/contract/sample.yaml");

    /** Breaks made on purpose since the last release: the sentence, and why. Emptied when released.yaml is replaced. */
    private static final Map<String, String> DELIBERATE = Map.of();

    @Test
    void nothingReleasedIsBroken() {
        if (!Files.exists(RELEASED) || !Files.exists(ContractGate.FILE)) {
            return; // before the first release there is nothing to keep
        }
        var broken = new ArrayList<>(Compatibility.broken(YAML.readTree(RELEASED), YAML.readTree(ContractGate.FILE)));
        broken.removeAll(DELIBERATE.keySet());
        assertThat(broken).isEmpty();
    }

    @Test
    void theSameIsCompatible() {
        var sample = YAML.readTree(SAMPLE);
        assertThat(Compatibility.broken(sample, sample)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        an operation goes | operationId: assignExercise | operationId: giveExercise
        a role goes | x-kith-roles:\\n      - client\\n | x-kith-roles:\\n
        a token is needed | security: [] | security:\\n      - bearer: []
        a taken limit tightens | maximum: 366 | maximum: 30
        a taken text shortens | maxLength: 80 | maxLength: 8
        a header goes | Location:\\n              $ref: "#/components/headers/Location" | ''
        a constant changes | const: exercise | const: training
        a code is renamed | in-progress | running
        a field we take goes | rrule: | recurrence:
        another status means success | "201": | "202":
        """)
    void aBreakIsSeen(String what, String before, String after) throws IOException {
        var text = Files.readString(SAMPLE);
        var changed = text.replace(lines(before), lines(after));
        assertThat(changed).as(what).isNotEqualTo(text);
        assertThat(Compatibility.broken(read(text), read(changed))).as(what).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        a taken limit widens | maximum: 366 | maximum: 3660
        words change | Newest first. | Oldest first.
        """)
    void aHarmlessChangePasses(String what, String before, String after) throws IOException {
        var text = Files.readString(SAMPLE);
        var changed = text.replace(lines(before), lines(after));
        assertThat(changed).as(what).isNotEqualTo(text);
        assertThat(Compatibility.broken(read(text), read(changed))).as(what).isEmpty();
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    private static JsonNode read(String yaml) {
        return YAML.readTree(yaml);
    }
}

package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file has the shape that the schema describes, and the schema refuses other shapes. */
class DefinitionSchemaTest {

    private static final Schema SCHEMA = schema();

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/content/questionnaires"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("[a-z0-9-]+\\.v[0-9]+\\.yaml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileHasTheShape(Path file) throws Exception {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "phq-9 | version: 1 | version: 0",
                "phq-9 | version: 1 | version: '1'",
                "phq-9 | version: 1 | colour: blue",
                "phq-9 | recallPeriod: P14D | recallPeriod: two weeks",
                "phq-9 | required: true | required: 'yes'",
                "phq-9 | type: choice | type: guess",
                "phq-9 | linkId: phq-9.1 | linkId: first",
                "phq-9 | options: frequency | maxLength: 3",
                "phq-9 | {rule: at-most, count: 2} | {rule: at-most}",
                "phq-9 | {rule: at-most, count: 2} | {rule: strict, count: 2}",
                "phq-9 | basis: published | basis: invented",
                "phq-9 | direction: higher-is-worse | direction: up",
                "phq-9 | reliability: 0.84 | reliability: 1",
                "phq-9 | citation: lowe-2004, verified: true | citation: lowe-2004",
                "phq-9 | severity: critical | severity: loud",
                "phq-9 | checkedOn: 2026-11-22 | checkedOn: last week",
                "phq-9 | kind: trap | kind: joke",
                "phq-9 | loinc: 44249-1 | loinc: 44249",
                "phq-9 | languages: [en] | languages: [english]",
                "phq-9 | text: {en: 'Little | text: {en: '', x: 'Little",
                "ksr-20 | label: {en | tags: {en",
                "ksr-20 | operator: '=' | operator: '>='",
                "ksr-20 | of: total | items: [ksr-20.a1]",
            })
    void anotherShapeIsRefused(String key, String text, String instead) {
        var whole = Shipped.text(key);
        var said = text.replace('\'', '"');
        assertThat(whole).contains(said);

        assertThat(faults(Shipped.spoiltText(key, said, instead.replace('\'', '"'))))
                .isNotEmpty();
    }

    @Test
    void aFieldThatIsNeededCannotBeLeftOut() {
        for (var field : List.of("normed: false\n", "validated: true\n", "  wordingIncluded: true\n", "version: 1\n")) {
            assertThat(faults(Shipped.spoiltText("gad-7", field, ""))).as(field).isNotEmpty();
        }
    }

    @Test
    void everyFieldSaysWhatItIsFor() throws Exception {
        var undescribed = new ArrayList<String>();
        for (var schema : DefinitionSchema.values()) {
            var written = new ObjectMapper().readTree(schema.text());
            undescribed("", written, undescribed);
            written.path("$defs")
                    .properties()
                    .forEach(each -> undescribed(each.getKey(), each.getValue(), undescribed));
        }
        assertThat(undescribed).isEmpty();
    }

    /** Fields at any depth; a constant says itself what it is. */
    private static void undescribed(String of, JsonNode object, List<String> found) {
        object.path("properties").properties().forEach(field -> {
            var name = of + "." + field.getKey();
            if (!field.getValue().isBoolean()
                    && !field.getValue().has("description")
                    && !field.getValue().has("const")) {
                found.add(name);
            }
            undescribed(name, field.getValue(), found);
            undescribed(name, field.getValue().path("items"), found);
        });
        object.path("oneOf").forEach(branch -> undescribed(of, branch, found));
    }

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("src/main/resources/content/questionnaire.schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.kith.definition;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Instruments written down for a test: numbered items of one range without wording, and scoring as given. */
final class Instruments {

    private Instruments() {}

    /** Items x.1, x.2 ... that take whole numbers from least to most. */
    static String yaml(int items, int least, int most, String scoring, int... reversed) {
        var options = IntStream.rangeClosed(least, most)
                .mapToObj(value -> "{value: " + value + "}")
                .collect(Collectors.joining(", "));
        var turned = IntStream.of(reversed).boxed().toList();
        var list = IntStream.rangeClosed(1, items)
                .mapToObj(i -> "  - {linkId: x.%d, type: choice, required: true, options: o, reversed: %s}"
                        .formatted(i, turned.contains(i)))
                .collect(Collectors.joining("\n"));
        return """
            key: x
            version: 1
            languages: [en]
            title: {en: Instrument}
            purpose: {en: Tries the engine.}
            validated: true
            normed: false
            recallPeriod: P7D
            instruction: {en: Answer.}
            optionSets: {o: [%s]}
            items:
            %s
            %s
            passport:
              licence:
                code: Apache-2.0
                holder: Kith contributors
                attribution: None needed.
                commercialUse: true
                modificationAllowed: true
                translationAllowed: true
                checkedOn: 2026-11-22
                settings: {clinical: true, commercial: false, research: true}
                countries: [DE, AT]
              wordingIncluded: false
              citations:
                - {id: source, text: "A source, made up for the test."}
              vectors:
                - {name: nothing, kind: missing, answers: {}, expect: {%s: {reason: too-many-missing}}}
            """.formatted(options, list, scoring.strip(), first(scoring));
    }

    /** The definition, whose shape the schema takes. */
    static Definition definition(String yaml) {
        var faults = schemaFaults(yaml);
        if (faults.stream().anyMatch(fault -> !fault.contains("vectors"))) {
            throw new AssertionError(faults);
        }
        return Definitions.readYaml(yaml).definition();
    }

    static List<String> schemaFaults(String yaml) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("src/main/resources/content/questionnaire.schema.json")))
                    .validate(yaml, InputFormat.YAML)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** x.from, ... x.to as a YAML list. */
    static String items(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "x." + i).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of conditions that each of these items is at least so high. */
    static String atLeast(int value, int... items) {
        return IntStream.of(items)
                .mapToObj(i -> "{item: x.%d, operator: \">=\", value: %d}".formatted(i, value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String first(String scoring) {
        var at = scoring.indexOf("code: ") + 6;
        return scoring.substring(at).split("[,\\s]", 2)[0];
    }
}

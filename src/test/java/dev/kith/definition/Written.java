package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** Small definitions as somebody would write them, to spoil and to answer. */
final class Written {

    /** One scored question, and room for more. */
    static final String SMALL = """
            key: own
            version: 1
            languages: [en]
            title: {en: Own questions}
            purpose: {en: To try the format}
            validated: false
            normed: false
            label: {en: Not validated}
            optionSets:
              often: [{value: 0, label: {en: Never}}, {value: 1, label: {en: Sometimes}}, {value: 2, label: {en: Often}}]
              yes-no: [{value: "yes", label: {en: "Yes"}}, {value: "no", label: {en: "No"}}]
            items:
              - {linkId: own.1, type: choice, required: true, options: often, text: {en: How often}}
            scales:
              - {code: total, title: {en: Total}, method: sum, items: [own.1], missing: {rule: strict}, decimals: 0,
                 direction: higher-is-worse}
            passport:
              licence: {code: CC0-1.0, holder: nobody, attribution: none needed, commercialUse: true, modificationAllowed: true,
                        translationAllowed: true, checkedOn: 2026-01-01}
              wordingIncluded: true
              citations: [{id: us, text: "Written for a test of the format."}]
              vectors: [{name: some, kind: typical, answers: {own.1: 2}, expect: {total: {value: 2}}}]
            """;

    private Written() {}

    static ObjectNode small() {
        return (ObjectNode) Definitions.parseYaml(SMALL);
    }

    /** The small one with these items after its own; each is one line of YAML. */
    static ObjectNode with(String... items) {
        var written = small();
        for (var item : items) {
            written.withArray("items").add(Definitions.parseYaml(item));
        }
        return written;
    }

    static Definition definition(JsonNode written) {
        var reviewed = DefinitionReview.of(written);
        if (!reviewed.publishable()) {
            throw new IllegalArgumentException(reviewed.faults().toString());
        }
        return Objects.requireNonNull(reviewed.definition());
    }

    static Wording wording(JsonNode written, Definition definition) {
        return Objects.requireNonNull(Wordings.review(written, definition).wording());
    }

    static List<String> places(JsonNode written) {
        return DefinitionReview.of(written).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}

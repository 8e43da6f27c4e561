package dev.kith.definition;

import static dev.kith.definition.Instruments.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Caseness;
import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.CutOffs.CutOffKind;
import dev.kith.change.ReliableChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with scoring is told with its place; what the shape can refuse, the shape refuses. */
class ScoringModelsTest {

    private static final String RIGHT = """
        scales:
          - {code: total, title: {en: T}, method: sum, items: %s, missing: {rule: at-most, count: 1}, decimals: 0, direction: higher-is-worse}
          - {code: signs, title: {en: S}, method: count, items: [x.1, x.2], where: {operator: ">=", value: 2}, missing: {rule: strict}, decimals: 0, direction: higher-is-worse}
          - {code: weighed, title: {en: W}, method: weighted-sum, weights: {x.1: 2, x.2: 0.5}, missing: {rule: strict}, decimals: 1, rounding: half-even, direction: higher-is-worse}
          - {code: both, title: {en: B}, method: maximum, scales: [total, signs], decimals: 0, direction: higher-is-worse}
          - code: norm
            title: {en: N}
            method: table
            of: total
            table: {citation: source, interpolation: linear, outside: clamp, strata: [{sex: female, ageFrom: 18, ageTo: 99, points: [{raw: 0, value: 30}, {raw: 9, value: 70}]}]}
            decimals: 0
            direction: higher-is-worse
            change:
              threshold: {points: 6, confidence: 0.9, citation: source, verified: true}
              clinicalNorm: {mean: 60, sd: 10, citation: source, verified: true}
              functionalNorm: {mean: 40, sd: 10, citation: source, verified: true}
              response: {percent: 50, citation: source, verified: false}
              remission: {below: 45, citation: source, verified: false}
        criteria:
          - {code: seen, title: {en: Seen}, when: {all: [{item: x.1, operator: exists}, {scale: total, operator: ">", value: 1}]}}
        alertRules:
          - {key: high, when: {criterion: seen}, severity: notice, onDraft: false, crisisCard: false, title: {en: High}}
        checks:
          - {code: straight-lining, items: [x.1, x.3]}
          - {code: too-fast, seconds: 5}
        """.formatted(items(1, 3));

    @Test
    void allOfItCanBeSaid() {
        var definition = Instruments.definition(yaml());

        assertThat(ScoringModels.faults(definition)).isEmpty();
        assertThat(definition.passport().licence().countries()).containsExactly("DE", "AT");
    }

    /** Means of 60 in care and 40 else, both with an SD of 10, as Jacobson and Truax 1991 have them the other way round. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "response: | response: | 50 | C",
                "response: | caseness: {points: 52, citation: source, verified: true}\\n      response: | 52 | -",
                "response: | caseness: {points: 52, citation: source, verified: false}\\n      response: | 50 | C",
                "functionalNorm: {mean: 40, sd: 10, citation: source, verified: true} | functionalNorm: {mean: 40, sd: 10, citation: source, verified: false} | 40 | A",
                "clinicalNorm: {mean: 60, sd: 10, citation: source, verified: true} | | 60 | B",
            })
    void theFirstClinicalValueIsPublishedOrComputedOfWhatWasVerified(
            String text, @Nullable String instead, BigDecimal cutOff, @Nullable CutOffKind kind) {
        var model = Instruments.definition(spoilt(text, instead == null ? "" : plain(instead)))
                .changeModel("norm");

        assertThat(Objects.requireNonNull(model.caseness()))
                .returns(kind, Caseness::computedAs)
                .returns("A source, made up for the test.", Caseness::citation);
        var change = ReliableChange.between(model, cutOff, cutOff.subtract(BigDecimal.TEN));
        assertThat(change.clinical()).isEqualTo(ClinicalClass.RECOVERED);
        var basis = Objects.requireNonNull(change.basis());
        assertThat(basis.cutOff()).isEqualByComparingTo(cutOff);
        assertThat(basis.cutOffName())
                .isEqualTo(kind == null ? "published" : kind.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aCutOffNamesTheSourcesOfBothNorms() {
        var two = spoilt(
                        "functionalNorm: {mean: 40, sd: 10, citation: source",
                        "functionalNorm: {mean: 40, sd: 10, citation: other")
                .replace("citations:\n", "citations:\n    - {id: other, text: \"Another one.\"}\n");

        assertThat(Objects.requireNonNull(
                                Instruments.definition(two).changeModel("norm").caseness())
                        .citation())
                .isEqualTo("A source, made up for the test.; Another one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clinicalNorm: {mean: 60, | clinicalNorm: {mean: 40,",
                "clinicalNorm: {mean: 60, | clinicalNorm: {mean: 30,",
            })
    void normsThatTellNobodyApartGiveNoCutOff(String text, String instead) {
        assertThat(Instruments.definition(spoilt(text, instead))
                        .changeModel("norm")
                        .caseness())
                .isNull();
    }

    @Test
    void normsThatNobodyReadGiveNoCutOff() {
        var unread = yaml().replaceAll("(Norm: .*)verified: true", "$1verified: false");

        assertThat(Instruments.definition(unread).changeModel("norm").caseness())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "items: [x.1, x.2], where | items: [x.1, x.9], where | /scales/1 | not there",
                "weights: {x.1: 2, x.2: 0.5} | weights: {x.1: 2, total: 0.5} | /scales/2 | not of both",
                "weights: {x.1: 2, x.2: 0.5} | weights: {x.1: 2, x.2: 0} | /scales/2 | weight of 0",
                "scales: [total, signs] | scales: [total, later] | /scales/3 | not there",
                "code: both | code: signs | /scales/3 | twice",
                "table: {citation: source | table: {citation: rumour | /scales/4 | no citation rumour",
                "[{raw: 0, value: 30}, {raw: 9 | [{raw: 9, value: 30}, {raw: 9 | /scales/4 | rise",
                "ageTo: 99 | ageTo: 9 | /scales/4 | ages",
                "item: x.1, operator: exists | item: x.9, operator: exists | /criteria/0 | cannot be answered",
                "scale: total, operator | scale: none, operator | /criteria/0 | not there",
                "criterion: seen | criterion: unseen | /alertRules/0 | not there",
                "{criterion: seen}, severity: notice, onDraft: false | {criterion: seen}, severity: notice, onDraft: true | /alertRules/0 | drafts",
                "items: [x.1, x.3] | items: [x.1, x.2] | /checks/0 | other way",
            })
    void oneThingWrongIsToldWithItsPlace(String text, String instead, String pointer, String detail) {
        var definition = Definitions.readYaml(spoilt(text, instead)).definition();

        assertThat(ScoringModels.faults(definition))
                .anyMatch(fault ->
                        fault.pointer().equals(pointer) && fault.detail().contains(detail));
    }

    @Test
    void manyThingsWrongAreToldTogether() {
        var definition = Definitions.readYaml(spoilt("scales: [total, signs]", "scales: [total, later]")
                        .replace("criterion: seen", "criterion: unseen"))
                .definition();

        assertThat(ScoringModels.faults(definition))
                .extracting(DefinitionFault::pointer)
                .contains("/scales/3", "/alertRules/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "method: sum, items: [x.1, x.2, x.3], missing | method: sum, missing",
                "method: sum, items: [x.1, x.2, x.3], missing: {rule: at-most, count: 1}, | method: sum, items: [x.1],",
                "scales: [total, signs], | scales: [total, signs], items: [x.1], missing: {rule: strict},",
                "method: count | method: sum",
                "where: {operator: ~>=~ | where: {operator: exists",
                "weights: {x.1: 2, x.2: 0.5} | items: [x.1]",
                "of: total | items: [x.1]",
                "table: { | tables: {",
                "interpolation: linear | interpolation: cubic",
                "confidence: 0.9 | confidence: 90",
                "raw: 9, value: 70 | raw: 9, value: 70000000",
                "half-even | half-odd",
                "criterion: seen | criterion: seen, item: x.1, operator: exists",
                "criterion: seen | criteria: seen",
                "item: x.1, operator: exists | item: x.1",
                "item: x.1, operator: exists | item: x.1, operator: exists, value: 1",
                "item: x.1, operator: exists | item: x.1, operator: ~<~, value: often",
                "item: x.1, operator: exists | item: x.1, operator: ~<~",
                "item: x.1, operator: exists | item: x.1, operator: exists, code: part",
                "{criterion: seen} | {count: [{criterion: seen}]}",
                "{criterion: seen} | {all: [{criterion: seen}], atLeast: 1}",
                "{criterion: seen} | {all: []}",
                "seconds: 5 | items: [x.1]",
                "countries: [DE, AT] | countries: [Germany]",
                "commercial: false, research: true | commercial: false",
                "direction: higher-is-worse\\n    change | direction: higher-is-better\\n    change",
            })
    void anotherShapeIsRefused(String text, String instead) {
        assertThat(shapeFaults(yaml())).isEmpty();
        assertThat(shapeFaults(spoilt(plain(text), plain(instead)))).isNotEmpty();
    }

    @Test
    void vectorsKnowWhoAnsweredAndWhatIsMet() {
        var vectors = """
            - name: a woman of 30
              kind: typical
              answers: {x.1: 3, x.2: 3, x.3: 0}
              circumstances: {sex: female, age: 30, tookSeconds: 4}
              expect: {norm: {value: 70}}
              criteria: {seen: true}
              flags: [too-fast]
              alerts: [high]
            - name: nobody in particular
              kind: typical
              answers: {x.1: 3, x.2: 3}
              expect: {norm: {reason: sex-unknown}, total: {value: 9, prorated: true}}
              criteria: {seen: true}
              alerts: [high]
            - name: nothing said
              kind: missing
              answers: {}
              expect: {norm: {reason: subscale-invalid}}
              criteria: {seen: false}
            - name: one answer
              kind: missing
              answers: {x.1: 0}
              expect: {total: {reason: too-many-missing}}
              criteria: {seen: null}
            """;
        var from = yaml().substring(0, yaml().indexOf("    - {name: nothing"));
        var right = from + vectors.indent(4);

        assertThat(shapeFaults(right)).isEmpty();
        assertThat(differences(right)).isEmpty();
        assertThat(differences(right.replace("seen: null", "seen: false")))
                .containsExactly("criterion seen is null, not false");
        assertThat(differences(right.replace("age: 30", "age: 17"))).contains("norm reason is OUTSIDE_TABLE, not null");
        assertThat(differences(right.replace("tookSeconds: 4", "tookSeconds: 5")))
                .containsExactly("flags is [], not [too-fast]");
    }

    private static List<String> differences(String yaml) {
        return SelfTest.run(Definitions.readYaml(yaml).definition()).stream()
                .flatMap(outcome -> outcome.differences().stream())
                .toList();
    }

    private static List<String> shapeFaults(String yaml) {
        return Instruments.schemaFaults(yaml).stream()
                .filter(fault -> !fault.contains("/passport/vectors:"))
                .toList();
    }

    private static String yaml() {
        return Instruments.yaml(3, 0, 3, RIGHT, 3);
    }

    private static String spoilt(String text, String instead) {
        var whole = yaml();
        assertThat(whole).contains(text);
        return whole.replace(text, instead);
    }

    private static String plain(String text) {
        return text.replace('~', '"').replace("\\n", "\n");
    }
}

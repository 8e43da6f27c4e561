package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is seen to fail on a definition with one thing wrong. */
class DefinitionCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "phq-9 | linkId: phq-9.2 | linkId: phq-9.1 | link id twice",
                "phq-9 | linkId: phq-9.2 | linkId: phq.2 | link id without phq-9.",
                "phq-9 | options: frequency | options: often | nothing to choose",
                "phq-9 | {value: 1, label: {en: Several | {value: 0, label: {en: Several | a value twice",
                "phq-9 | {value: 1, label: {en: Several | {value: some, label: {en: Several | mixes numbers and codes",
                "phq-9 | {value: 0, label: {en: Not difficult | {value: 7, label: {de: Gar | other languages",
                "phq-9 | loinc: 44250-9 | loinc: 44250-8 | check digit: 44250-8",
                "phq-9 | loinc: LA6568-5 | loinc: LA6568-6 | check digit: LA6568-6",
                "phq-9 | loinc: 44261-6 | loinc: 44249-1 | two places",
                "phq-9 | {from: 5, to: 9 | {from: 6, to: 9 | a gap",
                "phq-9 | {from: 5, to: 9 | {from: 4, to: 9 | an overlap",
                "phq-9 | {from: 20, to: 27 | {from: 20, to: 26 | bands end at 26",
                "phq-9 | items: [phq-9.1, | items: [phq-9.11, | what is not there",
                "phq-9 | item: phq-9.9 | item: phq-9.99 | cannot be answered",
                "phq-9 | value: 1\\n    severity | value: 9\\n    severity | cannot be answered",
                "phq-9 | citation: lowe-2004 | citation: hearsay | no citation hearsay",
                "phq-9 | total: {value: 10, band: moderate} | total: {value: 11, band: moderate} | total is 10, not 11",
                "phq-9 | total: {value: 4, band: minimal} | total: {value: 4, band: mild} | band is minimal",
                "phq-9 | alerts: [self-harm] | alerts: [] | alerts is",
                "phq-9 | decimals: 0 | decimals: 1 | total",
                "gad-7 | {rule: strict} | {rule: at-most, count: 1} | one missing is one too many",
                "gad-7 | kind: trap | kind: typical | no test vector of kind",
                "ksr-20 | reversed: true | reversed: false | is",
                "ksr-20 | of: total | of: sum | what is not there",
                "ksr-20 | flags: [straight-lining] | flags: [] | flags is",
                "ksr-20 | value: 'yes'\\n    severity | value: maybe\\n    severity | cannot be answered",
            })
    void oneThingWrongIsFoundAndNamed(String key, String text, String instead, String fault) {
        var definition = Shipped.spoilt(key, unescaped(text), unescaped(instead));

        assertThat(Shipped.faults(definition)).anyMatch(found -> found.contains(fault));
    }

    @Test
    void figuresAboutChangeNeedAStudy() {
        var definition = Shipped.spoilt("gad-7", "validated: true", "validated: false");

        assertThat(Shipped.faults(definition))
                .anyMatch(found -> found.contains("no label"))
                .anyMatch(found -> found.contains("nothing was validated"));
    }

    @Test
    void wordingThatIsPromisedMustBeThere() {
        var definition = Shipped.spoilt("gad-7", "    text: {en: \"Trouble relaxing\"}\n", "");

        assertThat(Shipped.faults(definition)).anyMatch(found -> found.contains("wording is included"));
    }

    @ParameterizedTest
    @CsvSource({"44249-1,true", "70274-6,true", "LA6571-9,true", "44249-2,false", "44294-1,false", "phq,false"})
    void aCheckDigitTellsSlips(String code, boolean right) {
        assertThat(Loinc.checks(code)).isEqualTo(right);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace('\'', '"');
    }
}

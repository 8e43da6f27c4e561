package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.scoring.Scorer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Words in one more language, laid over a version. */
class WordingTest {

    private static final String GERMAN = """
            questionnaire: own
            version: 1
            language: de
            status: official
            credit: Von uns
            texts:
              title: Eigene Fragen
              items: {own.1: {text: Wie oft, help: In zwei Wochen}}
              options: {often: {0: Nie, 1: Manchmal}}
              scales: {total: {title: Summe}}
            """;

    private final Definition own = Written.definition(Written.small());

    @Test
    void whatShipsFitsItsVersion() {
        for (var read : Wordings.shipped()) {
            var definition = Definitions.shipped().stream()
                    .map(ReadDefinition::definition)
                    .filter(read.wording()::liesOver)
                    .findFirst()
                    .orElseThrow();

            assertThat(Wordings.review(Definitions.parseJson(read.json()), definition)
                            .faults())
                    .isEmpty();
            assertThat(read.wording().status()).isEqualTo(Wording.Status.OFFICIAL);
            assertThat(Wordings.json(read.wording())).isEqualTo(read.json());
        }
    }

    @Test
    void itsWordsComeAndTheRestComesInTheOriginal() {
        var reviewed = Wordings.review(german(), own);
        var worded = own.with(Written.wording(german(), own));

        assertThat(reviewed.faults()).isEmpty();
        assertThat(worded.languages()).containsExactly("en", "de");
        assertThat(worded.title().in("de")).isEqualTo("Eigene Fragen");
        assertThat(said(worded.items().get(0).help(), "de")).isEqualTo("In zwei Wochen");
        assertThat(said(worded.options(worded.items().get(0)).get(0).label(), "de"))
                .isEqualTo("Nie");
        assertThat(said(worded.options(worded.items().get(0)).get(2).label(), "de"))
                .isEqualTo("Often");
        assertThat(reviewed.fallbacks())
                .containsExactly(
                        "/purpose",
                        "/label",
                        "/optionSets/often/2/label",
                        "/optionSets/yes-no/0/label",
                        "/optionSets/yes-no/1/label");
        assertThat(worded.fallbacks("de")).isEqualTo(reviewed.fallbacks());
        assertThat(own.fallbacks("en")).isEmpty();
    }

    @Test
    void theOriginalIsWhatTextsFallBackToWhateverTheAlphabetSays() {
        var written = Written.small();
        written.putArray("languages").add("en").add("de");
        DefinitionTexts.of(written).forEach(place -> place.words().put("de", "deutsch"));
        var french = (ObjectNode) german();
        french.put("language", "fr");

        var worded = Written.definition(written).with(Written.wording(french, own));

        assertThat(worded.purpose().in("fr")).isEqualTo("To try the format");
    }

    @Test
    void wordsWithoutAPlaceAreRefusedEachWithItsPointer() {
        var wording = (ObjectNode) german();
        var texts = wording.withObject("/texts");
        texts.withObject("/items").putObject("own.9").put("text", "Was");
        ((ObjectNode) texts.at("/items/own.1"))
                .put("low", "Nie")
                .put("alt", "Bild")
                .put("unit", "mm");
        ((ObjectNode) texts.at("/options/often")).put("3", "Immer");
        texts.withObject("/options").putObject("rarely").put("0", "Nie");
        texts.withObject("/scales").putObject("t-score").put("title", "T");
        ((ObjectNode) texts.at("/scales/total")).putObject("bands").put("mild", "Leicht");
        texts.putObject("criteria").put("algorithm", "Verfahren");
        texts.putObject("alertRules").put("self-harm", "Gefahr");
        texts.putArray("contraindicated").add("Kinder");

        assertThat(Wordings.review(wording, own).faults())
                .extracting(DefinitionFault::pointer)
                .containsExactlyInAnyOrder(
                        "/texts/items/own.9",
                        "/texts/items/own.1/low",
                        "/texts/items/own.1/alt",
                        "/texts/items/own.1/unit",
                        "/texts/options/often/3",
                        "/texts/options/rarely/0",
                        "/texts/scales/t-score",
                        "/texts/scales/total/bands/mild",
                        "/texts/criteria/algorithm",
                        "/texts/alertRules/self-harm",
                        "/texts/contraindicated");
    }

    @Test
    void noNumberAndNoHiddenCharacterGetsIn() {
        var wording = (ObjectNode) german();
        wording.withObject("/texts/options/often").put("1", 4);
        wording.withObject("/texts").put("purpose", "Von \u202eunten");
        wording.put("score", 3);

        assertThat(Wordings.review(wording, own).faults())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "/texts/options/often/1 type",
                        "/score additional-properties",
                        "/texts/purpose hidden-character");
    }

    @Test
    void itLiesOverItsOwnVersionAndAddsALanguage() {
        var wording = (ObjectNode) german();
        wording.put("questionnaire", "other").put("version", 2).put("language", "en");

        assertThat(Wordings.review(wording, own).faults())
                .extracting(DefinitionFault::code)
                .containsExactly("other-questionnaire", "other-version", "language-taken");
    }

    @Test
    void aPracticeBringsTheWordsThatMayNotShipAndSaysByWhatRight() {
        var written = Written.small();
        written.withObject("/passport").put("wordingIncluded", false);
        ((ObjectNode) written.at("/items/0")).remove("text");
        var scoringOnly = Written.definition(written);
        var wording = (ObjectNode) german();
        wording.put("status", "practice").put("language", "en");
        wording.withObject("/texts").put("instruction", "Please answer");

        assertThat(Wordings.review(wording, scoringOnly).faults())
                .extracting(DefinitionFault::pointer)
                .containsExactly("/licenceNote");
        wording.put("licenceNote", "Licence 12 of 2026");
        var worded = scoringOnly.with(Written.wording(wording, scoringOnly));
        assertThat(said(worded.items().get(0).text(), "en")).isEqualTo("Wie oft");
        assertThat(said(worded.instruction(), "en")).isEqualTo("Please answer");
        assertThat(worded.languages()).containsExactly("en");
    }

    @Test
    void nothingThatIsScoredDiffers() {
        var worded = own.with(Written.wording(german(), own));

        assertThat(worded.scoringModel()).isEqualTo(own.scoringModel());
        assertThat(Scorer.score(
                        worded.scoringModel(),
                        Answers.of(worded, Map.of("own.1", 2)).numbers()))
                .isEqualTo(Scorer.score(
                        own.scoringModel(), Answers.of(own, Map.of("own.1", 2)).numbers()));
    }

    @Test
    void itIsTheSameInEverySpelling() {
        var read = Wordings.readYaml(GERMAN);

        assertThat(Wordings.json(read.wording())).isEqualTo(read.json());
        assertThat(Wordings.readJson(read.json()).wording()).isEqualTo(read.wording());
    }

    private static @Nullable String said(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }

    private static JsonNode german() {
        return Definitions.parseYaml(GERMAN);
    }
}

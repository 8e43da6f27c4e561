package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody wrote is judged whole, with places; and who means harm is told so quickly. */
class DefinitionReviewTest {

    static List<ReadDefinition> shipped() {
        return Definitions.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatShipsPassesTheStrictReview(ReadDefinition read) {
        assertThat(DefinitionReview.ofShipped(Definitions.parseJson(read.json()))
                        .faults())
                .isEmpty();
    }

    @Test
    void aPracticeNeedsOneVectorAScale() {
        assertThat(DefinitionReview.of(Written.small()).publishable()).isTrue();
        assertThat(DefinitionReview.ofShipped(Written.small()).publishable()).isFalse();
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsPlace() {
        var written = Written.with(
                "{linkId: own.1, type: choice, required: true, options: rarely, text: {en: Again}}",
                "{linkId: other.2, type: text, required: false, text: {de: Warum}, min: 1}",
                "{linkId: own.3, type: slider, required: false, min: 0, max: 10, step: 3}",
                "{linkId: own.4, type: group, group: own.5, text: {en: Early}}",
                "{linkId: own.5, type: group, text: {en: Late}}",
                "{linkId: own.6, type: multiple-choice, required: false, options: often, minChosen: 3, maxChosen: 2, text: {en: Some}}",
                "{linkId: own.7, type: text, required: false, minLength: 9, maxLength: 8, text: {en: Words}}");

        assertThat(Written.places(written))
                .contains(
                        "/items/1/linkId link-id-twice",
                        "/items/1/options options-missing",
                        "/items/2/linkId link-id-foreign",
                        "/items/2/text other-languages",
                        "/items/2/min not-for-this-type",
                        "/items/3/step step-misses-max",
                        "/items/3 text-missing",
                        "/items/4/group group-unknown",
                        "/items/6 least-above-most",
                        "/items/7 least-above-most");
    }

    @Test
    void aCodeNamesOneBand() {
        assertThat(Written.places(banded(
                        "{from: 0, to: 0, code: low, label: {en: Low}, basis: local}",
                        "{from: 1, to: 2, code: low, label: {en: High}, basis: local}")))
                .containsExactly("/scales/0/bands/1/code band-twice");
        var bySex = List.of(
                "{from: 0, to: 0, code: low, label: {en: Low}, basis: local, sex: male}",
                "{from: 1, to: 2, code: high, label: {en: High}, basis: local, sex: male}",
                "{from: 0, to: 1, code: low, label: {en: Low}, basis: local, sex: female}",
                "{from: 2, to: 2, code: high, label: {en: High}, basis: local, sex: female}");
        assertThat(Written.places(banded(bySex.toArray(String[]::new)))).isEmpty();
        assertThat(Written.places(banded(bySex.stream()
                        .map(band -> band.endsWith("female}") ? band.replace("{en: Low}", "{en: Lowest}") : band)
                        .toArray(String[]::new))))
                .containsExactly("/scales/0/bands/2/code band-twice");
    }

    private static ObjectNode banded(String... bands) {
        var written = Written.small();
        var list = ((ObjectNode) written.at("/scales/0")).putArray("bands");
        for (var band : bands) {
            list.add(Definitions.parseYaml(band));
        }
        var expect = (ObjectNode) written.at("/passport/vectors/0/expect/total");
        if (bands.length == 2) {
            expect.put("band", "low");
        } else {
            expect.put("bandReason", "sex-unknown");
        }
        return written;
    }

    @Test
    void anotherShapeIsPointedAt() {
        var written = Written.small();
        written.put("colour", "blue");
        ((ObjectNode) written.at("/items/0")).put("type", "guess");
        ((ObjectNode) written.at("/passport/licence")).remove("holder");

        assertThat(Written.places(written))
                .contains("/colour additional-properties", "/items/0/type enum", "/passport/licence/holder required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e", "\u2066", "\u200f", "\u200b", "\u2060", "\ufeff", "\u0000", "\t", "\u0085", "\u2028",
                "\u200d", "\u3164", "\u115f", "\uffa0", "\u2800", "\u034f"
            })
    void whatCannotBeSeenMayNotStandInAText(String hidden) {
        var written = Written.small();
        written.withObject("/title").put("en", "Own" + hidden + " questions");

        assertThat(Written.places(written)).containsExactly("/title/en hidden-character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "שאלון עצמי",
                "استبيان ذاتي",
                "می\u200cخواهم",
                "क्\u200dष",
                "Ei\u00adgen",
                "👩\u200d👧",
                "one\ntwo"
            })
    void lettersOfAnyScriptAndDirectionSurvive(String words) {
        var written = Written.small();
        written.withObject("/title").put("en", words);

        var definition = Written.definition(written);

        assertThat(Definitions.readJson(Definitions.json(definition))
                        .definition()
                        .title()
                        .in("en"))
                .isEqualTo(words);
        assertThat(Definitions.readYaml(Definitions.yaml(definition)).definition())
                .isEqualTo(definition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "1000001", "-1e7", "0.1234567890123", "123456789012345678901234567890"})
    void aNumberThatIsTooLargeIsRefused(String number) {
        var written = Written.small();
        ((ObjectNode) written.at("/optionSets/often/2")).put("value", new BigDecimal(number));

        assertThat(Written.places(written)).containsExactly("/optionSets/often/2/value number-too-large");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void whatIsNoNumberIsRefused(double number) {
        var written = Written.small();
        ((ObjectNode) written.at("/optionSets/often/2")).set("value", new DoubleNode(number));

        assertThat(Written.places(written)).containsExactly("/optionSets/often/2/value number-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "-.inf", "1e999999999", "0x7fffffffffffffffffff", "!!float 1e99999999"})
    void noYamlMakesANumberThatIsNone(String number) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(refused(Written.SMALL.replace("{value: 2, label", "{value: " + number + ", label")))
                    .isTrue();
        });
    }

    @Test
    void tenThousandItemsAreRefused() {
        var written = Written.small();
        var items = written.withArray("items");
        for (var i = 0; i < 10_000; i++) {
            items.add(items.get(0).deepCopy());
        }

        assertThat(quickly(written)).contains("/items too-many");
    }

    @Test
    void sixHundredItemsAreToldWithNoMoreThanTwoHundredFaults() {
        var written = Written.small();
        var items = written.withArray("items");
        for (var i = 0; i < 499; i++) {
            items.add(items.get(0).deepCopy());
        }

        assertThat(quickly(written)).hasSize(200).endsWith(" more-faults");
    }

    @Test
    void moreThanFiveHundredItemsAreRefused() {
        var written = Written.small();
        var items = written.withArray("items");
        for (var i = 2; i < 600; i++) {
            items.addObject().put("linkId", "own." + i).put("type", "boolean").put("required", false);
        }

        assertThat(quickly(written)).contains("/items max-items");
    }

    @Test
    void nestingFiftyDeepIsRefused() {
        var written = Written.small();
        var at = written.putObject("title");
        for (var depth = 0; depth < 50; depth++) {
            at = at.putObject("en");
        }

        assertThat(quickly(written)).hasSize(1).allMatch(place -> place.endsWith(" too-deep"));
        assertThat(refused("title: " + "[".repeat(100_000))).isTrue();
        assertThat(refused("a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"))
                .isTrue();
    }

    @Test
    void groupsInGroupsHaveAnEnd() {
        var items = new String[8];
        for (var i = 0; i < 8; i++) {
            items[i] = "{linkId: own.g" + i + ", type: group, text: {en: G}"
                    + (i == 0 ? "}" : ", group: own.g" + (i - 1) + "}");
        }

        assertThat(Written.places(Written.with(items)))
                .containsExactly("/items/7/group group-too-deep", "/items/8/group group-too-deep");
    }

    @Test
    void aChainOfConditionsHasAnEnd() {
        var items = new String[450];
        for (var i = 0; i < items.length; i++) {
            items[i] =
                    "{linkId: own.c" + i + ", type: boolean, required: false, text: {en: C}, enableWhen: [{item: own."
                            + (i == 0 ? "1" : "c" + (i - 1)) + ", operator: exists, value: true}]}";
        }

        assertThat(quickly(Written.with(items))).contains("/items/21/enableWhen chain-too-long");
    }

    @Test
    void aThousandConditionsOfOneItemAreRefused() {
        var written = Written.with("{linkId: own.2, type: boolean, required: false, text: {en: C}, enableWhen: []}");
        for (var i = 0; i < 1_000; i++) {
            ((ObjectNode) written.at("/items/1"))
                    .withArray("enableWhen")
                    .add(Definitions.parseYaml("{item: own.1, operator: exists, value: true}"));
        }

        assertThat(quickly(written)).contains("/items/1/enableWhen max-items");
    }

    @Test
    void aTextOfAMebibyteIsRefused() {
        var written = Written.small();
        written.withObject("/title").put("en", "a".repeat(1024 * 1024));

        assertThat(quickly(written)).contains("/title/en too-long");
        assertThat(refused("title: " + "a".repeat(1024 * 1024))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"key, a-", "key, -", "recallPeriod, P1", "loinc, 1"})
    void textsMadeToKeepAPatternBusyDoNot(String field, String piece) {
        var written = Written.small();
        written.set(field, new TextNode(piece.repeat(3_990 / piece.length()) + "!"));

        assertThat(quickly(written)).anyMatch(place -> place.startsWith("/" + field + " "));
    }

    @Test
    void emptyAndForeignDocumentsAreRefused() {
        for (var text : List.of(
                "", "[]", "null", "3", "{}", "\"x\"", "{\"items\": {}}", "{\"key\": null, \"scales\": [null]}")) {
            assertThat(refused(text)).as(text).isTrue();
        }
    }

    private static boolean refused(String yaml) {
        JsonNode written;
        try {
            written = Definitions.parseYaml(yaml);
        } catch (IllegalArgumentException noYaml) {
            return true;
        }
        return !DefinitionReview.of(written).publishable();
    }

    /** Only a generous end to what would otherwise hang: the bounds are on the work. */
    private static List<String> quickly(JsonNode written) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Written.places(written));
    }
}

package dev.kith.exercise;

import static dev.kith.exercise.Practised.DEFINITION;
import static dev.kith.exercise.Practised.after;
import static dev.kith.exercise.Practised.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log may say, and how it is spelt afterwards. */
class LogCheckTest {

    @Test
    void aWholeLogIsKeptInOneSpelling() {
        var checked = LogCheck.ofComplete(DEFINITION, log("""
                        {"words": {"text": "So", "sharing": "private"}, "suds": 7, "belief": 100.0,
                         "body": [{"place": "chest", "quality": "tight"}, {"place": "none"}]}
                        """, "{\"peak\": 9e1, \"steps\": 12}", """
                        {"suds": 3, "who": [{"who": "friend", "alias": " Bo ", "sharing": "shared"}, {"who": "self"}],
                         "outcome": "done", "weather": "wet", "saw": ["dogs", "trees"], "minutes": 1440,
                         "km": 3.50, "again": false}
                        """));

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.values().before())
                .containsOnly(
                        Map.entry("suds", new BigDecimal("7")),
                        Map.entry("belief", new BigDecimal("100")),
                        Map.entry(
                                "body", List.of(Map.of("place", "chest", "quality", "tight"), Map.of("place", "none"))),
                        Map.entry("words", Map.of("text", "So", "sharing", "private")));
        assertThat(checked.values().during())
                .containsOnly(Map.entry("peak", new BigDecimal("90")), Map.entry("steps", new BigDecimal("12")));
        assertThat(checked.values().after())
                .containsEntry("km", new BigDecimal("3.5"))
                .containsEntry("again", false)
                .containsEntry("saw", List.of("dogs", "trees"))
                .containsEntry(
                        "who",
                        List.of(Map.of("who", "friend", "alias", "Bo", "sharing", "shared"), Map.of("who", "self")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"suds\": \"7\"} | /after/suds | wrong-type",
                "{\"suds\": true} | /after/suds | wrong-type",
                "{\"suds\": 11} | /after/suds | out-of-range",
                "{\"suds\": -1} | /after/suds | out-of-range",
                "{\"suds\": 2.5} | /after/suds | too-precise",
                "{\"suds\": 1e999999999} | /after/suds | too-precise",
                "{\"suds\": 99999999999999999999} | /after/suds | too-precise",
                "{\"km\": 1.234} | /after/km | too-precise",
                "{\"km\": -1.51} | /after/km | out-of-range",
                "{\"minutes\": 1441} | /after/minutes | out-of-range",
                "{\"outcome\": \"won\"} | /after/outcome | option-not-offered",
                "{\"outcome\": 1} | /after/outcome | wrong-type",
                "{\"weather\": [\"dry\"]} | /after/weather | wrong-type",
                "{\"saw\": \"dogs\"} | /after/saw | wrong-type",
                "{\"saw\": [\"cats\"]} | /after/saw/0 | option-not-offered",
                "{\"saw\": [\"dogs\", \"dogs\"]} | /after/saw/1 | twice",
                "{\"saw\": [null]} | /after/saw/0 | wrong-type",
                "{\"again\": \"yes\"} | /after/again | wrong-type",
                "{\"who\": {\"who\": \"friend\"}} | /after/who | wrong-type",
                "{\"who\": [\"friend\"]} | /after/who/0 | wrong-type",
                "{\"who\": [{}]} | /after/who/0/who | missing-required",
                "{\"who\": [{\"who\": \"enemy\"}]} | /after/who/0/who | option-not-offered",
                "{\"who\": [{\"who\": \"friend\", \"name\": \"Bo\"}]} | /after/who/0 | unknown-field",
                "{\"who\": [{\"who\": \"friend\", \"sharing\": \"all\"}]} | /after/who/0/sharing | option-not-offered",
                "{\"who\": [{\"who\": \"friend\", \"alias\": 1}]} | /after/who/0/alias | wrong-type",
                "{\"colour\": 1} | /after/colour | unknown-field",
            })
    void whatIsWrongIsToldWithItsPlace(String sent, String pointer, String code) {
        assertThat(LogCheck.ofDraft(DEFINITION, after(sent)).faults())
                .extracting(LogFault::pointer, LogFault::code)
                .containsExactly(tuple(pointer, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"words\": \"So\"} | /before/words | wrong-type",
                "{\"words\": {\"text\": \"a\\u0000b\"}} | /before/words/text | not-text",
                "{\"words\": {\"text\": \"a\\ud800b\"}} | /before/words/text | not-text",
                "{\"words\": {\"text\": 5}} | /before/words/text | wrong-type",
                "{\"words\": {\"text\": \"So\", \"sharing\": \"public\"}} | /before/words/sharing | option-not-offered",
                "{\"words\": {\"text\": \"So\", \"html\": \"x\"}} | /before/words | unknown-field",
                "{\"body\": [{\"place\": \"knee\"}]} | /before/body/0/place | option-not-offered",
                "{\"body\": [{\"quality\": \"hot\"}]} | /before/body/0/place | missing-required",
                "{\"body\": [{\"place\": \"jaw\", \"quality\": 3}]} | /before/body/0/quality | wrong-type",
            })
    void ownWordsAndTheBodyHaveTheirShape(String sent, String pointer, String code) {
        assertThat(LogCheck.ofDraft(DEFINITION, log(sent, "{}", "{}")).faults())
                .extracting(LogFault::pointer, LogFault::code)
                .containsExactly(tuple(pointer, code));
    }

    @Test
    void whatIsTooLongIsRefusedWithoutSayingIt() {
        var secret = "secret ".repeat(600);
        var sent = LogValues.sent(Map.of("words", Map.of("text", secret)), null, null);

        assertThat(LogCheck.ofDraft(DEFINITION, sent).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("too-long");
            assertThat(fault.toString()).doesNotContain("secret");
        });
        assertThat(LogCheck.ofDraft(
                                DEFINITION,
                                LogValues.sent(Map.of("words", Map.of("text", "x".repeat(4_000))), null, null))
                        .faults())
                .isEmpty();
    }

    @Test
    void onlyACompleteLogNeedsWhatIsRequired() {
        assertThat(LogCheck.ofDraft(DEFINITION, LogValues.NONE).faults()).isEmpty();
        assertThat(LogCheck.ofComplete(DEFINITION, after("{\"suds\": null, \"outcome\": \"won\"}"))
                        .faults())
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(
                        "/before/suds missing-required",
                        "/after/suds missing-required",
                        "/after/outcome option-not-offered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"words\": {\"text\": \"  \"}}",
                "{\"words\": {}}",
                "{\"words\": null, \"body\": []}",
                "{\"words\": {\"sharing\": \"shared\"}}"
            })
    void whatSaysNothingIsLeftOut(String before) {
        var checked = LogCheck.ofDraft(DEFINITION, log(before, "{}", "{}"));

        assertThat(checked.faults()).isEmpty();
        assertThat(checked.values()).isEqualTo(LogValues.NONE);
    }

    @Test
    void wordsThatNobodyGaveAwayAreAsTheExerciseSays() {
        var checked = LogCheck.ofDraft(
                DEFINITION,
                log("{\"words\": {\"text\": \"So\"}}", "{}", "{\"who\": [{\"who\": \"friend\", \"alias\": \"Bo\"}]}"));

        assertThat(checked.values().at("before.words")).isEqualTo(Map.of("text", "So", "sharing", "shared"));
        assertThat(checked.values().at("after.who"))
                .isEqualTo(List.of(Map.of("who", "friend", "alias", "Bo", "sharing", "private")));
    }

    @Test
    void aFloodOfUnknownFieldsIsToldInAFewLines() {
        var flood = new HashMap<String, Object>();
        for (var i = 0; i < 100_000; i++) {
            flood.put("field-" + i + "/~" + "x".repeat(i % 90), i);
        }
        var faults =
                LogCheck.ofDraft(DEFINITION, LogValues.sent(flood, null, null)).faults();

        assertThat(faults).hasSize(50).allMatch(fault -> fault.pointer().length() < 90);
    }
}

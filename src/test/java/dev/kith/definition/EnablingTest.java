package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which questions are asked, and what is said of answers to others. */
class EnablingTest {

    private static final String FOLLOW =
            "{linkId: own.2, type: text, required: true, text: {en: Why}, enableWhen: [{item: own.1, operator: '>=', value: 1}]}";

    @Test
    void aQuestionThatIsNotAskedTakesNoAnswerAndIsNotRequired() {
        var definition = Written.definition(Written.with(FOLLOW));

        assertThat(AnswerCheck.faultsOfComplete(definition, Map.of("own.1", 0))).isEmpty();
        assertThat(AnswerCheck.faultsOfDraft(definition, Map.of("own.1", 0, "own.2", "since")))
                .containsExactly(AnswerFault.notEnabled("own.2"));
        assertThat(AnswerCheck.faultsOfComplete(definition, Map.of("own.1", 1)))
                .containsExactly(AnswerFault.missingRequired("own.2"));
        assertThat(AnswerCheck.faultsOfComplete(definition, Map.of("own.1", 1, "own.2", "since")))
                .isEmpty();
        assertThat(AnswerCheck.faultsOfBrought(definition, Map.of("own.1", 0, "own.2", "since")))
                .containsExactly(AnswerFault.notEnabled("own.2"));
    }

    @Test
    void whatWasAskedIsToldBesideTheAnswers() {
        var definition = Written.definition(Written.with(FOLLOW));

        assertThat(Answers.of(definition, Map.of("own.1", 0)).enabled()).containsExactly("own.1");
        assertThat(Answers.of(definition, Map.of("own.1", 2)).enabled()).containsExactly("own.1", "own.2");
    }

    @Test
    void aGroupThatIsNotAskedLeavesOutAllThatStandsInIt() {
        var definition = Written.definition(Written.with(
                "{linkId: own.g, type: group, text: {en: More}, enableWhen: [{item: own.1, operator: '=', value: 2}]}",
                "{linkId: own.h, type: group, group: own.g, text: {en: Still more}}",
                "{linkId: own.2, type: boolean, required: true, group: own.h, text: {en: Really}}"));

        assertThat(AnswerCheck.faultsOfDraft(definition, Map.of("own.1", 1, "own.2", true)))
                .containsExactly(AnswerFault.notEnabled("own.2"));
        assertThat(AnswerCheck.faultsOfComplete(definition, Map.of("own.1", 2, "own.2", true)))
                .isEmpty();
    }

    @Test
    void anAnswerThatDoesNotCountDecidesNothing() {
        var definition = Written.definition(Written.with(
                FOLLOW.replace("required: true", "required: false"),
                "{linkId: own.3, type: text, required: false, text: {en: Then},"
                        + " enableWhen: [{item: own.2, operator: exists, value: true}]}",
                "{linkId: own.4, type: text, required: false, text: {en: Else},"
                        + " enableWhen: [{item: own.2, operator: exists, value: false}]}"));

        assertThat(AnswerCheck.faultsOfDraft(definition, Map.of("own.1", 0, "own.2", "x", "own.3", "y")))
                .containsExactlyInAnyOrder(AnswerFault.notEnabled("own.2"), AnswerFault.notEnabled("own.3"));
        assertThat(Answers.of(definition, Map.of("own.1", 0)).enabled()).containsExactly("own.1", "own.4");
    }

    @Test
    void aConditionMayLookAheadAndIntoAnyGroup() {
        var definition = Written.definition(Written.with(
                "{linkId: own.2, type: text, required: false, text: {en: Early}, enableWhen: [{item: own.4, operator: '=', value: true}]}",
                "{linkId: own.3, type: group, text: {en: Group}}",
                "{linkId: own.4, type: boolean, required: false, group: own.3, text: {en: Late}}"));

        assertThat(Answers.of(definition, Map.of("own.1", 0, "own.4", true)).enabled())
                .contains("own.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice, options: often | '=' | 1 | 1 | true",
                "choice, options: often | '!=' | 1 | 1 | false",
                "choice, options: often | '>' | 1 | 2 | true",
                "choice, options: often | '<' | 1 | 1 | false",
                "choice, options: yes-no | '=' | 'yes' | yes | true",
                "choice, options: yes-no | '!=' | 'yes' | no | true",
                "open-choice, options: yes-no | '=' | 'yes' | yes | true",
                "multiple-choice, options: yes-no | '=' | 'yes' | [yes] | true",
                "multiple-choice, options: yes-no | '!=' | 'yes' | [yes] | false",
                "integer, min: 0, max: 9 | '<=' | 3 | 3 | true",
                "decimal, min: 0, max: 9 | '>' | 2.5 | 2.6 | true",
                "slider, min: 0, max: 100 | '>=' | 50 | 49 | false",
                "boolean | '=' | false | false | true",
                "text | '=' | 'home' | home | true",
                "text | '!=' | 'home' | work | true",
                "date | '<' | '2026-01-01' | 2025-12-31 | true",
                "date | '>=' | '2026-01-01' | 2025-12-31 | false",
                "time | '>' | '09:00' | 21:30 | true",
                "time | '=' | '09:00' | 09:00:00 | true",
            })
    void eachTypeIsComparedInItsOwnWay(String type, String operator, String value, String answer, boolean asks) {
        var definition = Written.definition(Written.with(
                "{linkId: own.2, required: false, text: {en: First}, type: " + type + "}",
                "{linkId: own.3, type: text, required: false, text: {en: Then}, enableWhen: [{item: own.2, operator: '"
                        + operator + "', value: " + (value.matches("[0-9.]+|true|false") ? value : "\"" + value + "\"")
                        + "}]}"));
        Object said = type.startsWith("multiple")
                ? List.of(answer.replaceAll("[\\[\\]]", ""))
                : type.startsWith("boolean")
                        ? (Object) Boolean.valueOf(answer)
                        : answer.matches("[0-9.]+") ? new BigDecimal(answer) : answer;

        assertThat(AnswerCheck.faultsOfDraft(definition, Map.of("own.2", said))).isEmpty();
        assertThat(Answers.of(definition, Map.of("own.2", said)).enabled().contains("own.3"))
                .isEqualTo(asks);
        assertThat(Answers.of(definition, Map.of()).enabled())
                .as("no answer is neither like nor unlike")
                .doesNotContain("own.3");
    }

    @Test
    void oneConditionIsEnoughWhereAnyWillDo() {
        var definition = Written.definition(
                Written.with(
                        "{linkId: own.2, type: boolean, required: false, text: {en: Sure}}",
                        "{linkId: own.3, type: text, required: false, text: {en: Then}, enableBehavior: any,"
                                + " enableWhen: [{item: own.1, operator: '=', value: 2}, {item: own.2, operator: '=', value: true}]}"));

        assertThat(Answers.of(definition, Map.of("own.1", 0, "own.2", true)).enabled())
                .contains("own.3");
        assertThat(Answers.of(definition, Map.of("own.1", 0, "own.2", false)).enabled())
                .doesNotContain("own.3");
    }

    @Test
    void circlesAndWhatCannotBeAreRefusedWithTheirPlaces() {
        assertThat(
                        Written.places(
                                Written.with(
                                        "{linkId: own.2, type: boolean, required: false, text: {en: A}, enableWhen: [{item: own.3, operator: '=', value: true}]}",
                                        "{linkId: own.3, type: boolean, required: false, text: {en: B}, enableWhen: [{item: own.2, operator: '=', value: true}]}")))
                .contains("/items/1 circle");
        assertThat(Written.places(Written.with(
                        "{linkId: own.g, type: group, text: {en: G}, enableWhen: [{item: own.2, operator: exists, value: true}]}",
                        "{linkId: own.2, type: boolean, required: false, group: own.g, text: {en: A}}")))
                .as("through a group")
                .contains("/items/1 circle");
        assertThat(Written.places(Written.with(
                        "{linkId: own.g, type: group, text: {en: G}}",
                        "{linkId: own.2, type: text, required: false, text: {en: A}, enableWhen: ["
                                + "{item: own.9, operator: exists, value: true}, {item: own.g, operator: exists, value: true},"
                                + "{item: own.1, operator: '=', value: 7}, {item: own.1, operator: exists, value: 1},"
                                + "{item: own.2, operator: '>', value: x}]}")))
                .contains(
                        "/items/2/enableWhen/0/item item-unknown",
                        "/items/2/enableWhen/1/item item-not-answerable",
                        "/items/2/enableWhen/2/value value-unfit",
                        "/items/2/enableWhen/3/value value-unfit",
                        "/items/2/enableWhen/4/operator operator-unfit");
    }
}

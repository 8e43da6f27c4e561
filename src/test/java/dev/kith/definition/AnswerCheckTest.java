package dev.kith.definition;

import static dev.kith.definition.Shipped.alike;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    private final Definition phq = Shipped.definition("phq-9");
    private final Definition ksr = Shipped.definition("ksr-20");

    @Test
    void completeAnswersHaveNoFault() {
        assertThat(AnswerCheck.faultsOfComplete(phq, alike("phq-9", 9, 0))).isEmpty();
        assertThat(AnswerCheck.faultsOfComplete(phq, alike("phq-9", 10, new BigDecimal("3"))))
                .isEmpty();
    }

    @Test
    void aDraftMayMissWhatCompletingNeeds() {
        var some = alike("phq-9", 8, 1);

        assertThat(AnswerCheck.faultsOfDraft(phq, some)).isEmpty();
        assertThat(AnswerCheck.faultsOfComplete(phq, some)).containsExactly(AnswerFault.missingRequired("phq-9.9"));
    }

    @Test
    void nullIsNoAnswer() {
        var answers = new HashMap<String, @Nullable Object>(alike("phq-9", 8, 1));
        answers.put("phq-9.9", null);

        assertThat(AnswerCheck.faultsOfDraft(phq, answers)).isEmpty();
        assertThat(AnswerCheck.faultsOfComplete(phq, answers)).containsExactly(AnswerFault.missingRequired("phq-9.9"));
    }

    @Test
    void whatIsNotRequiredMayBeLeftOutButNotEverything() {
        assertThat(AnswerCheck.faultsOfComplete(ksr, Map.of("ksr-20.a1", 2))).isEmpty();
        assertThat(AnswerCheck.faultsOfComplete(ksr, Map.of()))
                .extracting(AnswerFault::code)
                .containsExactly("missing-required");
    }

    @Test
    void anUnknownItemIsAFault() {
        assertThat(codes(AnswerCheck.faultsOfDraft(phq, Map.of("gad-7.1", 1)))).containsExactly("unknown-link-id");
        assertThat(codes(AnswerCheck.faultsOfDraft(phq, Map.of("phq-9.11", 1)))).containsExactly("unknown-link-id");
    }

    @Test
    void anAnswerThatIsNotOfferedIsAFault() {
        for (var answer : List.<Object>of(4, -1, 1.5, 2.0, new BigDecimal("1.0"), new BigDecimal("1e100000"))) {
            assertThat(AnswerCheck.faultsOfDraft(phq, Map.of("phq-9.1", answer)))
                    .as("%s", answer)
                    .containsExactly(AnswerFault.optionNotOffered("phq-9.1"));
        }
    }

    @Test
    void anotherJsonTypeIsMalformed() {
        for (var answer : List.<Object>of("2", true, List.of(1), Map.of("value", 1))) {
            assertThat(AnswerCheck.faultsOfDraft(phq, Map.of("phq-9.1", answer)))
                    .as("%s", answer)
                    .containsExactly(AnswerFault.wrongType("phq-9.1", "a number"));
        }
        assertThat(AnswerCheck.faultsOfDraft(ksr, Map.of("ksr-20.q0a", 1)))
                .containsExactly(AnswerFault.wrongType("ksr-20.q0a", "a code"));
    }

    @Test
    void aCodedChoiceTakesItsCodes() {
        assertThat(AnswerCheck.faultsOfDraft(ksr, Map.of("ksr-20.q0a", "yes", "ksr-20.q0b", "not-sure")))
                .isEmpty();
        assertThat(codes(AnswerCheck.faultsOfDraft(ksr, Map.of("ksr-20.q0a", "perhaps"))))
                .containsExactly("option-not-offered");
    }

    @Test
    void otherTypesAreHeldToTheirOwnRules() {
        var all = Definitions.readYaml(ALL_TYPES).definition();

        assertThat(AnswerCheck.faultsOfComplete(
                        all,
                        Map.of(
                                "all.i",
                                10,
                                "all.d",
                                0.5,
                                "all.t",
                                "abc",
                                "all.b",
                                false,
                                "all.on",
                                "2024-02-29",
                                "all.m",
                                List.of("x", "y"))))
                .isEmpty();
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.i", 11)))).containsExactly("out-of-range");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.i", 1.5)))).containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.d", -0.1)))).containsExactly("out-of-range");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.d", "1")))).containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.t", "abcd"))))
                .containsExactly("too-long");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.t", 1)))).containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.b", "true"))))
                .containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.on", "2023-02-29"))))
                .containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.m", "x")))).containsExactly("wrong-type");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.m", List.of("x", "x")))))
                .containsExactly("option-not-offered");
        assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.m", Arrays.asList("x", null)))))
                .containsExactly("option-not-offered");
        assertThat(codes(AnswerCheck.faultsOfComplete(all, Map.of("all.i", 1, "all.m", List.of()))))
                .as("an empty choice of many is no answer")
                .containsExactly("missing-required");
    }

    @Test
    void ofAnswersWithFaultsThoseThatFitAreRead() {
        var answers = new HashMap<String, Object>(Map.of("phq-9.1", 9, "phq-9.2", "much", "phq-9.99", 1));
        answers.put("phq-9.3", null);
        answers.put("phq-9.8", "2");
        answers.put("phq-9.9", 3);
        assertThat(AnswerCheck.fitting(phq, answers).numbers())
                .containsOnlyKeys("phq-9.8", "phq-9.9")
                .containsEntry("phq-9.8", BigDecimal.valueOf(2));
        assertThat(AnswerCheck.fitting(ksr, Map.of("ksr-20.q0a", "yes")).values())
                .containsEntry("ksr-20.q0a", "yes");
    }

    @Test
    void anEmptiedTextIsNoAnswer() {
        var asks = Written.definition(
                Written.with(
                        "{linkId: own.2, type: text, required: true, minLength: 3, text: {en: What else}}",
                        "{linkId: own.3, type: text, required: false, text: {en: Who}, enableWhen: [{item: own.2, operator: exists, value: true}]}"));

        for (var blank : List.of("", "  \n")) {
            assertThat(AnswerCheck.faultsOfDraft(asks, Map.of("own.1", 2, "own.2", blank)))
                    .isEmpty();
            assertThat(AnswerCheck.faultsOfComplete(asks, Map.of("own.1", 2, "own.2", blank)))
                    .containsExactly(AnswerFault.missingRequired("own.2"));
            assertThat(codes(AnswerCheck.faultsOfDraft(asks, Map.of("own.2", blank, "own.3", "me"))))
                    .containsExactly("not-enabled");
            assertThat(Answers.of(asks, Map.of("own.1", 2, "own.2", blank)).values())
                    .doesNotContainKey("own.2");
        }
    }

    @Test
    void aDayLiesInOurEra() {
        var all = Definitions.readYaml(ALL_TYPES).definition();

        for (var day : List.of("-0005-02-03", "0000-01-01", "+12026-01-01")) {
            assertThat(codes(AnswerCheck.faultsOfDraft(all, Map.of("all.on", day))))
                    .containsExactly("wrong-type");
        }
    }

    @Test
    void theSameAnswersHaveOneSpelling() {
        var one = new HashMap<String, @Nullable Object>();
        one.put("phq-9.1", 2);
        one.put("phq-9.2", null);

        assertThat(Answers.of(phq, one)).isEqualTo(Answers.of(phq, Map.of("phq-9.1", new BigDecimal("2"))));
        assertThat(Answers.of(phq, one).values()).containsExactly(Map.entry("phq-9.1", new BigDecimal("2")));
    }

    @Test
    void theEngineSeesTheirNumbers() {
        assertThat(Answers.of(ksr, Map.of("ksr-20.a1", 3, "ksr-20.q0a", "prefer-not-to-say"))
                        .numbers())
                .containsExactly(
                        Map.entry("ksr-20.a1", new BigDecimal("3")), Map.entry("ksr-20.q0a", new BigDecimal("2")));
    }

    private static List<String> codes(List<AnswerFault> faults) {
        return faults.stream().map(AnswerFault::code).toList();
    }

    private static final String ALL_TYPES = """
            key: all
            version: 1
            languages: [en]
            title: {en: All types}
            purpose: {en: To try the check}
            validated: true
            normed: false
            recallPeriod: P1D
            instruction: {en: Answer}
            optionSets: {letters: [{value: x}, {value: y}]}
            items:
              - {linkId: all.i, type: integer, required: true, min: 0, max: 10}
              - {linkId: all.d, type: decimal, required: false, min: 0, max: 1}
              - {linkId: all.t, type: text, required: false, maxLength: 3}
              - {linkId: all.b, type: boolean, required: false}
              - {linkId: all.on, type: date, required: false}
              - {linkId: all.m, type: multiple-choice, required: true, options: letters}
            scales: []
            passport:
              licence: {code: MIT, holder: nobody, attribution: none, commercialUse: true, modificationAllowed: true,
                        translationAllowed: true, checkedOn: 2026-01-01}
              wordingIncluded: false
              citations: []
              vectors: []
            """;
}

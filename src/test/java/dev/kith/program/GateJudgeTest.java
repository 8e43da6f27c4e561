package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.definition.Definitions;
import dev.kith.program.StandingSignals.Worse;
import dev.kith.response.LatestAnswers.Latest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How gates stand, by the facts. */
class GateJudgeTest {
    private static final Instant BEGAN = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | no-score",
                "9.99 | score-outside",
                "10 | none",
                "15 | none",
                "15.01 | score-outside",
            })
    void aScoreIsHeldAgainstItsBounds(BigDecimal score, String why) {
        var facts = score == null ? facts(Map.of()) : facts(scored(score, BEGAN));
        assertThat(why(
                        "{\"kind\": \"score\", \"questionnaire\": \"phq-9\", \"scale\": \"total\", \"atLeast\": 10, \"atMost\": 15}",
                        facts))
                .isEqualTo(why);
    }

    @Test
    void aScoreFromBeforeTheEnrolmentDoesNotCount() {
        var gate = "{\"kind\": \"score\", \"questionnaire\": \"phq-9\", \"scale\": \"total\", \"atLeast\": 10}";
        assertThat(why(gate, facts(scored(BigDecimal.TEN, BEGAN.minusSeconds(1)))))
                .isEqualTo("no-score");
        assertThat(why(gate, facts(scored(BigDecimal.TEN, BEGAN)))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"1, none", "2, none", "3, answered-otherwise", "yes, answered-otherwise"})
    void anAnswerIsOneOfThese(String answer, String why) {
        Object given = answer.equals("yes") ? answer : Integer.valueOf(answer);
        var latest = Map.of("phq-9", new Latest(BEGAN, Map.of("phq-9.1", given), Map.of()));
        assertThat(why(
                        "{\"kind\": \"answer\", \"questionnaire\": \"phq-9\", \"item\": \"phq-9.1\", \"is\": [1, 2]}",
                        facts(latest)))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "phq-9, 0, none, signal-stands",
                "phq-9, 86400, phq-9, signal-stands",
                "phq-9, 86400, gad-7, none",
                "phq-9, -1, none, none",
                "phq-9, -1, phq-9, none",
            })
    void aSignalSinceTheEnrolmentBeganClosesWhatWatchesForIt(
            String measure, long secondsAfter, @Nullable String watched, @Nullable String why) {
        var about = watched == null ? "" : ", \"questionnaire\": \"" + watched + "\"";
        var gate = "{\"kind\": \"no-signal\", \"rule\": \"reliable-deterioration\"" + about + "}";
        var facts = worse(measure, BEGAN.plusSeconds(secondsAfter));
        assertThat(why(gate, facts)).isEqualTo(why);
        assertThat(why(gate, facts(Map.of()))).isNull();
        var program = program(gate);
        assertThat(GateJudge.of(program, program.steps().get(1), true, facts))
                .as("a clinician's word")
                .allMatch(GateState::open);
    }

    @Test
    void aWordOpensAllButACriticalAnswer() {
        var worried = new Facts(Set.of(), true, Map.of(), BEGAN, List.of(), null, Map.of());
        var program = program("{\"kind\": \"clinician\"}, {\"kind\": \"no-critical-alert\"}");
        assertThat(GateJudge.of(program, program.steps().get(1), true, worried))
                .extracting(GateState::why)
                .containsExactly(null, "critical-answer-open");
        assertThat(GateJudge.of(program, program.steps().get(1), false, facts(Map.of())))
                .extracting(GateState::why)
                .containsExactly("waits-for-word", null);
    }

    @Test
    void aStepThatIsSettledKeepsNobodyWaiting() {
        var program = program("{\"kind\": \"step-done\", \"step\": \"first\"}");
        var settled = new Facts(Set.of("first"), false, Map.of(), BEGAN, List.of(), null, Map.of());
        assertThat(GateJudge.of(program, program.steps().get(1), false, settled))
                .allMatch(GateState::open);
        assertThat(GateJudge.of(program, program.steps().get(1), false, facts(Map.of())))
                .extracting(GateState::why)
                .containsExactly("step-not-done");
    }

    private static @Nullable String why(String gate, Facts facts) {
        var program = program(gate);
        List<GateState> states = GateJudge.of(program, program.steps().get(1), false, facts);
        return states.get(0).why();
    }

    private static Map<String, Latest> scored(BigDecimal score, Instant at) {
        return Map.of("phq-9", new Latest(at, Map.of(), Map.of("total", score)));
    }

    @Test
    void noGateTellsAClientWhatTheirAnswersCameTo() {
        for (var kind : GateKind.values()) {
            assertThat(kind.asClientsAreTold()).isNotIn(GateKind.SCORE, GateKind.NO_SIGNAL);
        }
    }

    private static Facts facts(Map<String, Latest> latest) {
        return new Facts(Set.of(), false, latest, BEGAN, List.of(), null, Map.of());
    }

    private static Facts worse(String questionnaire, Instant since) {
        return new Facts(Set.of(), false, Map.of(), BEGAN, List.of(new Worse(questionnaire, since)), null, Map.of());
    }

    private static ProgramDefinition program(String gates) {
        var reviewed = Programs.review(Definitions.parseJson("""
                {"key": "two-quiet-weeks", "version": 1, "languages": ["en"], "title": {"en": "Two"}, "purpose": {"en": "Try."},
                 "weeks": 2, "steps": [
                  {"code": "first", "week": 0, "type": "review", "words": {"en": "We talk."}},
                  {"code": "second", "week": 1, "type": "review", "words": {"en": "We talk."}, "gates": [%s]}]}
                """.formatted(gates)), (definition, faults) -> {});
        assertThat(reviewed.faults()).isEmpty();
        return Objects.requireNonNull(reviewed.definition());
    }
}

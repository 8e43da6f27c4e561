package dev.kith.definition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.JointChange;
import dev.kith.change.JointChange.Ends;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JointRulesTest {
    private static final String WRITTEN = """
        code: one
        version: 1
        title: {en: One}
        caseWhen: all
        improvedWhen: all
        sessions: 0
        measures:
          - {questionnaire: who-5, scale: total, direction: higher-is-better, caseness: 48, threshold: 10}
        citation: x
        verified: true
        """;

    @Test
    void theRuleOfTheNhsIsDataAndSaysThatItIsNotVerified() {
        var rule = JointRules.shipped().get(0).rule();
        var change = JointChange.of(
                rule, Map.of("phq-9/total", new Ends(n(15), n(9)), "gad-7/total", new Ends(n(12), n(7))), 2);

        assertThat(change.rule().name()).isEqualTo("nhs-talking-therapies");
        assertThat(change.reliablyRecovered()).isTrue();
        assertThat(change.verified()).isFalse();
        assertThat(change.citation()).contains("NCT05134103");
    }

    @Test
    void itsFiguresAreThoseOfTheQuestionnaires() {
        for (var rule : JointRules.shipped()) {
            for (var measure : rule.measures()) {
                var definition = Definitions.shipped().stream()
                        .map(ReadDefinition::definition)
                        .filter(one -> one.key().equals(measure.questionnaire()))
                        .findFirst()
                        .orElseThrow();
                var model = definition.changeModel(measure.scale());

                assertThat(requireNonNull(model.threshold()).points()).isEqualByComparingTo(measure.threshold());
                assertThat(requireNonNull(model.caseness()).cutOff()).isEqualByComparingTo(measure.caseness());
                assertThat(model.direction()).isEqualTo(measure.direction());
            }
        }
    }

    @Test
    void anotherRuleNeedsNoCode() {
        var change =
                JointChange.of(JointRules.readYaml(WRITTEN).rule(), Map.of("who-5/total", new Ends(n(48), n(58))), 0);

        assertThat(change.recovered()).isTrue();
        assertThat(change.verified()).isTrue();
    }

    @Test
    void aMisspelledRuleIsRefused() {
        assertThatThrownBy(() -> JointRules.readYaml(WRITTEN.replace("caseWhen: all", "caseWhen: some")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JointRules.readYaml(WRITTEN.replace("sessions: 0", "session: 0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JointRules.readYaml("code: one\n")).isInstanceOf(IllegalArgumentException.class);
    }

    private static BigDecimal n(int value) {
        return BigDecimal.valueOf(value);
    }
}

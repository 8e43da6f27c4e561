package dev.kith.definition;

import dev.kith.definition.Passport.Expected;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.ScaleScore;
import dev.kith.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the test vectors of a passport: does this engine score this version as its author says? */
public final class SelfTest {

    private SelfTest() {}

    /**
     * What one vector gave.
     *
     * @param differences in plain words; empty when it passed
     */
    public record Outcome(String vector, List<String> differences) {

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** One outcome a vector, in order. */
    public static List<Outcome> run(Definition definition) {
        var model = definition.scoringModel();
        var outcomes = new ArrayList<Outcome>();
        for (var vector : definition.passport().vectors()) {
            var differences = new ArrayList<String>();
            var faults = AnswerCheck.faultsOfDraft(definition, vector.answers());
            if (faults.isEmpty()) {
                var known = vector.circumstances();
                var given = GivenAnswers.of(
                        Answers.of(definition, vector.answers()),
                        known == null ? Circumstances.UNKNOWN : known.asCircumstances());
                var scored = Scorer.score(model, given);
                vector.expect().forEach((scale, expected) -> compare(expected, scored.scale(scale), differences));
                if (vector.criteria() != null) {
                    vector.criteria()
                            .forEach((code, met) -> same(
                                    "criterion " + code,
                                    met,
                                    scored.criterion(code).met(),
                                    differences));
                }
                var fired = AlertRules.firing(model, given, scored).stream()
                        .map(AlertRule::key)
                        .toList();
                same("flags", vector.flags(), scored.flags(), differences);
                same("alerts", vector.alerts(), fired, differences);
            } else {
                faults.forEach(fault ->
                        differences.add("the answer to " + fault.linkId() + " is not taken: " + fault.detail()));
            }
            outcomes.add(new Outcome(vector.name(), List.copyOf(differences)));
        }
        return outcomes;
    }

    private static void compare(Expected expected, ScaleScore score, List<String> differences) {
        var scale = score.scale();
        var value = score.value();
        if (expected.value() == null || value == null
                ? expected.value() != value
                : expected.value().compareTo(value) != 0) {
            differences.add(scale + " is " + value + ", not " + expected.value());
        }
        var band = score.band() == null ? null : score.band().code();
        same(scale + " reason", expected.reason(), score.reason(), differences);
        same(scale + " prorated", expected.prorated(), score.prorated(), differences);
        same(scale + " band", expected.band(), band, differences);
        same(scale + " band reason", expected.bandReason(), score.bandReason(), differences);
    }

    private static void same(String what, @Nullable Object expected, @Nullable Object got, List<String> differences) {
        if (!Objects.equals(expected, got)) {
            differences.add(what + " is " + got + ", not " + expected);
        }
    }
}

package dev.kith.ladder;

import dev.kith.change.Forecast;
import dev.kith.change.Forecast.Foreseen;
import dev.kith.exercise.LogField;
import dev.kith.exercise.LogField.LogOption;
import java.util.List;
import java.util.Optional;

/** What was expected, set beside what came: distress, and the answer. Half-up, two decimals. */
final class Calibration {

    private Calibration() {}

    static CalibrationView of(List<RungAttempt> tries, Optional<LogField> outcome) {
        var distress = Forecast.of(
                tries.stream().map(one -> Foreseen.of(one.predicted, one.met)).toList());
        var refusal = Forecast.of(tries.stream()
                .filter(one -> option(outcome, one).filter(LogOption::attempt).isPresent())
                .map(one -> Foreseen.event(
                        one.expectation,
                        option(outcome, one).filter(LogOption::accepted).isEmpty()))
                .toList());
        return new CalibrationView(
                tries.size(),
                distress.tries(),
                distress.expected(),
                distress.came(),
                distress.gap(),
                refusal.tries(),
                refusal.expected(),
                refusal.came(),
                distress.tries() == 0 && refusal.tries() == 0 ? "no-tries" : null);
    }

    private static Optional<LogOption> option(Optional<LogField> outcome, RungAttempt attempt) {
        return outcome.flatMap(field -> field.option(attempt.outcome));
    }
}

package dev.kith.ladder;

import dev.kith.exercise.LogField;
import dev.kith.exercise.LogField.LogOption;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was expected, set beside what came: distress, and the answer. Half-up, two decimals. */
final class Calibration {
    private static final int DECIMALS = 2;
    private static final int PERCENT = 100;

    private Calibration() {}

    static CalibrationView of(List<RungAttempt> tries, Optional<LogField> outcome) {
        var met = tries.stream().filter(one -> one.met != null).toList();
        var asked = tries.stream()
                .filter(one -> one.expectation != null
                        && option(outcome, one).filter(LogOption::attempt).isPresent())
                .toList();
        var accepted = (int) asked.stream()
                .filter(one -> option(outcome, one).filter(LogOption::accepted).isPresent())
                .count();
        var refused = BigDecimal.valueOf(asked.size() - accepted);
        return new CalibrationView(
                tries.size(),
                met.size(),
                mean(met, one -> one.predicted),
                mean(met, one -> one.met == null ? 0 : one.met),
                mean(met, one -> one.predicted - (one.met == null ? 0 : one.met)),
                asked.size(),
                share(mean(asked, one -> one.expectation == null ? 0 : one.expectation)),
                asked.isEmpty()
                        ? null
                        : refused.divide(BigDecimal.valueOf(asked.size()), DECIMALS, RoundingMode.HALF_UP),
                met.isEmpty() && asked.isEmpty() ? "no-tries" : null);
    }

    private static Optional<LogOption> option(Optional<LogField> outcome, RungAttempt attempt) {
        return outcome.flatMap(field -> field.option(attempt.outcome));
    }

    private static @Nullable BigDecimal mean(List<RungAttempt> tries, ToIntFunction<RungAttempt> number) {
        return tries.isEmpty()
                ? null
                : BigDecimal.valueOf(tries.stream().mapToInt(number).sum())
                        .divide(BigDecimal.valueOf(tries.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.divide(BigDecimal.valueOf(PERCENT), DECIMALS, RoundingMode.HALF_UP);
    }
}

package dev.kith.log;

import dev.kith.exercise.DerivedMeasure;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Medians of the two numbers between which an exercise measures how far distress came down. */
final class Figures {
    private static final String DROP = "distress-drop";
    private static final BigDecimal TWO = new BigDecimal(2);

    private final @Nullable DerivedMeasure drop;
    private final List<LogValues> logs;

    Figures(ExerciseDefinition definition, List<LogValues> logs) {
        this.drop = definition.derived().stream()
                .filter(measure -> measure.code().equals(DROP) && measure.kind() == DerivedMeasure.Kind.DIFFERENCE)
                .findFirst()
                .orElse(null);
        this.logs = logs;
    }

    LogFigureView before() {
        return drop == null ? notMeasured() : over(log -> number(log, drop.from()));
    }

    LogFigureView after() {
        return drop == null ? notMeasured() : over(log -> number(log, drop.to()));
    }

    LogFigureView drop() {
        return drop == null
                ? notMeasured()
                : over(log -> {
                    var from = number(log, drop.from());
                    var to = number(log, drop.to());
                    return from == null || to == null ? null : from.subtract(to);
                });
    }

    private LogFigureView over(Function<LogValues, @Nullable BigDecimal> number) {
        var values =
                logs.stream().map(number).flatMap(Stream::ofNullable).sorted().toList();
        if (values.isEmpty()) {
            return new LogFigureView(null, 0, logs.isEmpty() ? "no-logs" : "not-logged");
        }
        return new LogFigureView(median(values), values.size(), null);
    }

    /** Exact: half of a decimal has one decimal more at most. */
    static BigDecimal median(List<BigDecimal> sorted) {
        var middle = sorted.get(sorted.size() / 2);
        if (sorted.size() % 2 == 1) {
            return middle;
        }
        var plain = sorted.get(sorted.size() / 2 - 1).add(middle).divide(TWO).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static @Nullable BigDecimal number(LogValues log, @Nullable String place) {
        return log.at(Objects.requireNonNullElse(place, "")) instanceof BigDecimal said ? said : null;
    }

    private static LogFigureView notMeasured() {
        return new LogFigureView(null, 0, "not-measured");
    }
}

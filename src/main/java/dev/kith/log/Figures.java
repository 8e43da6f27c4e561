package dev.kith.log;

import dev.kith.change.Decimals;
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
        var values = logs.stream().map(number).flatMap(Stream::ofNullable).toList();
        if (values.isEmpty()) {
            return new LogFigureView(null, 0, logs.isEmpty() ? "no-logs" : "not-logged");
        }
        return new LogFigureView(Decimals.shortest(Decimals.median(values)), values.size(), null);
    }

    private static @Nullable BigDecimal number(LogValues log, @Nullable String place) {
        return log.at(Objects.requireNonNullElse(place, "")) instanceof BigDecimal said ? said : null;
    }

    private static LogFigureView notMeasured() {
        return new LogFigureView(null, 0, "not-measured");
    }
}

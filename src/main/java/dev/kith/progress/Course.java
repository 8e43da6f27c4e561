package dev.kith.progress;

import dev.kith.change.Baseline;
import dev.kith.change.Change;
import dev.kith.change.Measured;
import dev.kith.change.Reason;
import dev.kith.change.ReliableChange;
import dev.kith.response.ScoreLine;
import dev.kith.signal.ScoreSeries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series within the period, and what it is counted from.
 *
 * @param since of the newest stretch, from the baseline on; empty without one
 */
record Course(ScoreSeries series, Baseline baseline, List<ScoreLine> since) {

    static Course of(ScoreSeries series, Baseline.Choice choice) {
        var baseline = Baseline.of(
                choice,
                series.stretches().stream()
                        .map(stretch -> stretch.stream().map(Course::measured).toList())
                        .toList());
        var current = series.current();
        var point = baseline.point();
        var since = point == null
                ? List.<ScoreLine>of()
                : current.stream()
                        .dropWhile(line -> !measured(line).equals(point))
                        .toList();
        return new Course(series, baseline, since);
    }

    private static Measured measured(ScoreLine line) {
        return new Measured(line.at(), value(line));
    }

    static BigDecimal value(ScoreLine line) {
        return Objects.requireNonNull(line.value());
    }

    List<Measured> points() {
        return since.stream().map(Course::measured).toList();
    }

    @Nullable
    ScoreLine first() {
        return since.isEmpty() ? null : since.get(0);
    }

    /** Of the newest stretch, whether or not there is a baseline before it. */
    @Nullable
    ScoreLine latest() {
        var current = series.current();
        return current.isEmpty() ? null : current.get(current.size() - 1);
    }

    Change change() {
        return ReliableChange.along(
                series.model(), since.stream().map(Course::value).toList());
    }

    /** Why there is no change; null when there is one. */
    @Nullable
    Reason reason() {
        if (baseline.reason() != null) {
            return baseline.reason();
        }
        return since.size() < 2 ? Reason.ONE_MEASUREMENT : null;
    }
}

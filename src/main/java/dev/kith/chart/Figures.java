package dev.kith.chart;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, as a table in the reader's language: for who cannot see it, and for who wants the figures. In the order of time.
 *
 * @param columns names of the five columns: date, value, band, change since the baseline, note
 */
public record Figures(List<String> columns, List<Row> rows) {

    /** One score or one gap; what does not apply is empty. */
    public record Row(Instant at, String date, String value, String band, String change, String note) {}

    /** The table beside a chart. */
    public static Figures of(Chart chart) {
        var wording = new Wording(chart.locale(), chart.zone());
        var rows = new ArrayList<Row>();
        for (var point : chart.points()) {
            var band = chart.bandOf(point.value());
            var change = change(chart, point);
            rows.add(new Row(
                    point.at(),
                    wording.date(point.at()),
                    wording.number(point.value()),
                    band == null ? "" : band.label(),
                    change == null ? "" : wording.change(change),
                    note(chart, point, change, wording)));
        }
        for (var gap : chart.gaps()) {
            var note = gap.kind() == Chart.Gap.Kind.MISSED ? "noteMissed" : "noteNotCounted";
            rows.add(new Row(gap.at(), wording.date(gap.at()), "–", "", "", wording.say(note)));
        }
        rows.sort(Comparator.comparing(Row::at));
        var columns = List.of("columnDate", "columnValue", "columnBand", "columnChange", "columnNote").stream()
                .map(wording::say)
                .toList();
        return new Figures(columns, rows);
    }

    private static boolean isBaseline(Chart chart, Chart.Point point) {
        var baseline = chart.baseline();
        return baseline != null
                && point.comparable()
                && baseline.at().equals(point.at())
                && baseline.value().compareTo(point.value()) == 0;
    }

    private static @Nullable BigDecimal change(Chart chart, Chart.Point point) {
        var baseline = chart.baseline();
        return baseline == null || !point.comparable() || !point.at().isAfter(baseline.at())
                ? null
                : point.value().subtract(baseline.value());
    }

    private static String note(Chart chart, Chart.Point point, @Nullable BigDecimal change, Wording wording) {
        if (!point.comparable()) {
            return wording.say("noteOther");
        }
        if (isBaseline(chart, point)) {
            return wording.say("noteBaseline");
        }
        var baseline = chart.baseline();
        if (change == null || baseline == null || baseline.threshold() == null) {
            return "";
        }
        if (change.abs().compareTo(baseline.threshold()) < 0) {
            return wording.say("noteWithin");
        }
        var better = (change.signum() > 0) == (chart.direction() == Direction.HIGHER_IS_BETTER);
        return wording.say(better ? "noteReliablyBetter" : "noteReliablyWorse");
    }
}

package dev.kith.chart;

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
 * @param banded whether values are called something; where they are not, the third column is empty
 * @param noticeColumn name of a column for the notice, where somebody wants one
 * @param notice what must stand beside every result; null when nothing must
 */
public record Figures(
        List<String> columns,
        boolean banded,
        String noticeColumn,
        @Nullable String notice,
        List<Row> rows) {

    /**
     * One score or one gap; what does not apply is empty.
     *
     * @param number the value as a number; null of a gap
     * @param difference the change as a number; null where there is none
     */
    public record Row(
            Instant at,
            String date,
            String value,
            String band,
            String change,
            String note,
            @Nullable BigDecimal number,
            @Nullable BigDecimal difference) {}

    /** The newest so many rows. */
    public Figures newest(int most) {
        return new Figures(
                columns, banded, noticeColumn, notice, rows.subList(Math.max(0, rows.size() - most), rows.size()));
    }

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
                    note(chart, point, change, wording),
                    point.value(),
                    change));
        }
        for (var gap : chart.told()) {
            var note = wording.say("note" + Wording.ofGap(gap.kind()));
            rows.add(new Row(gap.at(), wording.date(gap.at()), "–", "", "", note, null, null));
        }
        rows.sort(Comparator.comparing(Row::at));
        var columns = List.of("columnDate", "columnValue", "columnBand", "columnChange", "columnNote").stream()
                .map(wording::say)
                .toList();
        return new Figures(
                columns, !chart.bands().isEmpty(), wording.say("columnNotice"), chart.notice(), List.copyOf(rows));
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
        var better = chart.direction().better(change.signum() > 0);
        return better == null ? "" : wording.say(better ? "noteReliablyBetter" : "noteReliablyWorse");
    }
}

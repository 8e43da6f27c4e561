package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where everything of a chart stands on paper of a width: on narrow paper, words move into the plot. */
final class Frame {
    private static final double WIDE = 520;
    private static final double STRIP = 18;

    final double width;
    final double height;
    final double margin;
    final double size;
    final double titleSize;
    final boolean wide;
    final List<String> title;
    final List<String> subtitle;
    final List<String> notice;
    final Box plot;
    final double stripY;
    final double datesY;
    final Legend legend;
    final double noticeY;
    final ValueAxis values;
    final TimeAxis times;

    Frame(Chart chart, Wording wording, double width) {
        this.width = width;
        wide = width >= WIDE;
        margin = wide ? 18 : 12;
        size = wide ? 12.5 : 12;
        titleSize = wide ? 17 : 15.5;
        var text = width - 2 * margin;
        title = Lines.wrap(chart.title(), text, titleSize, true, 2);
        subtitle = Lines.wrap(subtitle(chart, wording), text, size, false, 3);
        notice = notice(chart.notice(), text - 12, size);

        var top = subtitleY() + (subtitle.size() - 1) * line() + 16;
        var bottom = top + Math.max(200, Math.min(330, width * 0.4));
        values = new ValueAxis(chart.lowest(), chart.highest(), top, bottom);
        var left = margin + widest(values.ticks().stream().map(wording::number).toList()) + 9;
        var right = width - margin - (wide && !chart.bands().isEmpty() ? bandsWidth(chart) : 4);
        plot = new Box(left, top, right - left, bottom - top);
        times = TimeAxis.over(moments(chart), left, right, chart.zone(), wording.locale());
        stripY = bottom + STRIP / 2 + 1;
        datesY = bottom + (chart.told().isEmpty() ? 0 : STRIP) + size + 7;
        legend = new Legend(chart, wording, margin, width - margin, datesY + line() + 12, size);
        noticeY = legend.bottom() + 12 + size;
        height = Math.ceil(
                notice.isEmpty() ? legend.bottom() + margin * 0.8 : noticeY + (notice.size() - 1) * line() + margin);
    }

    double titleY() {
        return margin + titleSize * 0.85;
    }

    double subtitleY() {
        return titleY() + (title.size() - 1) * titleSize * 1.25 + size * 1.65;
    }

    double line() {
        return size * 1.4;
    }

    private double bandsWidth(Chart chart) {
        var widest = widest(chart.bands().stream().map(Chart.Band::label).toList());
        return Math.min(Math.max(widest, 40), width * 0.22) + 10;
    }

    private double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> Letters.width(text, size, false))
                .max()
                .orElse(0);
    }

    private static String subtitle(Chart chart, Wording wording) {
        var lowest = wording.number(chart.lowest());
        var highest = wording.number(chart.highest());
        var range = chart.unit() == null
                ? wording.say("range", lowest, highest)
                : wording.say("rangeOf", lowest, highest, chart.unit());
        var way = Reading.way(chart, wording);
        return chart.scale() + " · " + range + (way == null ? "" : " · " + way);
    }

    private static List<String> notice(@Nullable String notice, double width, double size) {
        return notice == null ? List.of() : Lines.wrap(notice, width, size, true, 4);
    }

    private static List<Instant> moments(Chart chart) {
        return Stream.concat(
                        chart.points().stream().map(Chart.Point::at),
                        chart.told().stream().map(Chart.Gap::at))
                .toList();
    }
}

package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import dev.kith.chart.Pen.Label;
import dev.kith.chart.Pen.Rule;
import dev.kith.chart.Pen.Side;
import java.util.List;

/** Draws a chart on paper: what it is of, bands, axes, what was measured, what the marks mean. */
final class Sheet {
    private final Chart chart;
    private final Wording wording;
    private final Frame frame;

    Sheet(Chart chart, double width) {
        this.chart = chart;
        wording = new Wording(chart.locale(), chart.zone());
        frame = new Frame(chart, wording, width);
    }

    double height() {
        return frame.height;
    }

    Reading reading() {
        return new Reading(chart, wording);
    }

    String language() {
        return wording.locale().toLanguageTag();
    }

    void draw(Pen pen) {
        pen.area(Ink.PAPER, 1, new Box(0, 0, frame.width, frame.height));
        lines(pen, frame.title, frame.titleY(), frame.titleSize, true, Ink.TEXT);
        lines(pen, frame.subtitle, frame.subtitleY(), frame.size, false, Ink.QUIET);
        bands(pen);
        valueAxis(pen);
        timeAxis(pen);
        new Plot(chart, frame, wording, pen).draw();
        frame.legend.draw(pen);
        notice(pen);
    }

    private void lines(Pen pen, List<String> lines, double y, double size, boolean bold, Ink ink) {
        for (var i = 0; i < lines.size(); i++) {
            var label = Label.of(frame.margin, y + i * size * 1.25, lines.get(i), size)
                    .in(ink);
            pen.write(bold ? label.bolder() : label);
        }
    }

    private void bands(Pen pen) {
        for (var strip : BandStrip.of(chart, frame.values)) {
            pen.area(
                    Ink.BAND,
                    strip.strength(),
                    new Box(frame.plot.x(), strip.top(), frame.plot.width(), strip.height()));
        }
    }

    private void valueAxis(Pen pen) {
        for (var tick : frame.values.ticks()) {
            var y = frame.values.y(tick);
            pen.line(Ink.GRID, Rule.HAIR, frame.plot.x(), y, frame.plot.right(), y);
            pen.write(Label.of(frame.plot.x() - 7, y + frame.size * 0.36, wording.number(tick), frame.size)
                    .in(Ink.QUIET)
                    .at(Side.END));
        }
    }

    private void timeAxis(Pen pen) {
        var bottom = frame.plot.bottom();
        pen.line(Ink.QUIET, Rule.FINE, frame.plot.x(), bottom, frame.plot.right(), bottom);
        if (chart.points().isEmpty() && chart.told().isEmpty()) {
            return;
        }
        for (var tick : frame.times.ticks()) {
            pen.line(Ink.QUIET, Rule.FINE, tick.x(), bottom, tick.x(), bottom + 4);
            var first = tick.date().isEmpty() ? tick.year() : tick.date();
            pen.write(Label.of(within(first, tick.x()), frame.datesY, first, frame.size)
                    .in(Ink.QUIET)
                    .at(Side.MIDDLE));
            if (!tick.date().isEmpty() && !tick.year().isEmpty()) {
                pen.write(Label.of(within(tick.year(), tick.x()), frame.datesY + frame.line(), tick.year(), frame.size)
                        .in(Ink.QUIET)
                        .at(Side.MIDDLE));
            }
        }
    }

    /** The middle of a label that must not run off the paper. */
    private double within(String text, double x) {
        var half = Letters.width(text, frame.size, false) / 2 + 2;
        return Math.max(half, Math.min(frame.width - half, x));
    }

    private void notice(Pen pen) {
        if (frame.notice.isEmpty()) {
            return;
        }
        var top = frame.noticeY - frame.size;
        var height = frame.notice.size() * frame.line();
        pen.area(Ink.QUIET, 1, new Box(frame.margin, top, 3, height));
        for (var i = 0; i < frame.notice.size(); i++) {
            pen.write(Label.of(frame.margin + 12, frame.noticeY + i * frame.line(), frame.notice.get(i), frame.size)
                    .bolder());
        }
    }
}

package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import dev.kith.chart.Pen.Label;
import dev.kith.chart.Pen.Rule;
import dev.kith.chart.Pen.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what was measured: the corridor, lines where they are honest, marks, and words where there is room. */
final class Plot {
    /** Pixels for each point, below which marks are small. */
    private static final double DENSE = 14;

    private final Chart chart;
    private final Frame frame;
    private final Wording wording;
    private final Reading reading;
    private final Pen pen;
    private final Places places;

    Plot(Chart chart, Frame frame, Wording wording, Pen pen) {
        this.chart = chart;
        this.frame = frame;
        this.wording = wording;
        this.pen = pen;
        reading = new Reading(chart, wording);
        places = new Places(frame.plot);
    }

    void draw() {
        corridor();
        var points = chart.points();
        for (var point : points) {
            places.takeMark(x(point), y(point));
        }
        breaksAndGaps();
        for (var run : runs()) {
            pen.line(Ink.SCORE, Rule.SCORE, run);
            for (var i = 2; i < run.length; i += 2) {
                places.takeLine(run[i - 2], run[i - 1], run[i], run[i + 1]);
            }
        }
        for (var i = 0; i < points.size(); i++) {
            pen.mark(mark(points.get(i), i), x(points.get(i)), y(points.get(i)), reading.point(points.get(i)));
        }
        valueLabels();
        new PlotWords(chart, frame, wording, pen, places).write();
        if (points.isEmpty()) {
            var plot = frame.plot;
            pen.write(Label.of(
                            plot.x() + plot.width() / 2,
                            plot.y() + plot.height() / 2,
                            wording.say("nothing"),
                            frame.size + 1)
                    .at(Side.MIDDLE)
                    .haloed());
        }
    }

    private double x(Chart.Point point) {
        return frame.times.x(point.at());
    }

    private double y(Chart.Point point) {
        return frame.values.y(point.value());
    }

    private void corridor() {
        var baseline = chart.baseline();
        if (baseline == null) {
            return;
        }
        var left = Math.max(frame.plot.x(), frame.times.x(baseline.at()));
        var right = frame.plot.right();
        if (baseline.threshold() != null) {
            var top = frame.values.clamped(baseline.value().add(baseline.threshold()));
            var bottom = frame.values.clamped(baseline.value().subtract(baseline.threshold()));
            pen.hatch(Ink.CORRIDOR, new Box(left, top, right - left, bottom - top));
            for (var below : new boolean[] {true, false}) {
                if (reading.border(below) != null) {
                    var y = below ? bottom : top;
                    pen.line(Ink.CORRIDOR, Rule.DASHED, left, y, right, y);
                    places.takeLine(left, y, right, y);
                }
            }
        }
        var y = frame.values.y(baseline.value());
        pen.line(Ink.CORRIDOR, Rule.FINE, left, y, right, y);
        places.takeLine(left, y, right, y);
    }

    /** Each stretch that a line may join, as x, y, x, y ... */
    private List<double[]> runs() {
        var runs = new ArrayList<double[]>();
        var run = new ArrayList<Chart.Point>();
        for (var point : chart.points()) {
            if (!run.isEmpty() && !chart.joined(run.get(run.size() - 1), point)) {
                close(runs, run);
            }
            run.add(point);
        }
        close(runs, run);
        return runs;
    }

    private void close(List<double[]> runs, List<Chart.Point> run) {
        if (run.size() > 1 && run.get(0).comparable()) {
            var through = new double[2 * run.size()];
            for (var i = 0; i < run.size(); i++) {
                through[2 * i] = x(run.get(i));
                through[2 * i + 1] = y(run.get(i));
            }
            runs.add(through);
        }
        run.clear();
    }

    private void breaksAndGaps() {
        var points = chart.points();
        for (var i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var point = points.get(i);
            if (point.afterBreak() || point.comparable() != before.comparable()) {
                var middle = (x(before) + x(point)) / 2;
                pen.line(Ink.OTHER, Rule.DOTTED, middle, frame.plot.y(), middle, frame.plot.bottom());
                places.takeLine(middle, frame.plot.y(), middle, frame.plot.bottom());
            }
        }
        for (var gap : chart.told()) {
            var x = frame.times.x(gap.at());
            pen.line(Ink.QUIET, Rule.DOTTED, x, frame.plot.y(), x, frame.plot.bottom());
            places.takeLine(x, frame.plot.y(), x, frame.plot.bottom());
            pen.mark(Mark.of(gap.kind()), x, frame.stripY, reading.gap(gap));
        }
    }

    private Mark mark(Chart.Point point, int index) {
        if (!point.comparable()) {
            return Mark.OTHER;
        }
        if (isBaseline(point)) {
            return Mark.BASELINE;
        }
        if (index == chart.points().size() - 1) {
            return Mark.LATEST;
        }
        return chart.points().size() * DENSE > frame.plot.width() ? Mark.SMALL : Mark.SCORE;
    }

    private boolean isBaseline(Chart.Point point) {
        var baseline = chart.baseline();
        return baseline != null && point.at().equals(baseline.at()) && point.comparable();
    }

    private void valueLabels() {
        var points = chart.points();
        if (points.isEmpty()) {
            return;
        }
        var latest = points.get(points.size() - 1);
        pen.write(places.best(beside(latest).stream().map(Label::bolder).toList()));
        for (var point : points) {
            if (isBaseline(point) && point != latest) {
                pen.write(places.best(beside(point)));
            }
        }
        if (points.size() * 34 > frame.plot.width()) {
            return;
        }
        for (var point : points) {
            if (point != latest && !isBaseline(point)) {
                write(places.free(beside(point)));
            }
        }
    }

    private List<Label> beside(Chart.Point point) {
        var size = frame.size + 0.5;
        var label = Label.of(x(point), y(point), wording.number(point.value()), size)
                .at(Side.MIDDLE)
                .haloed();
        return List.of(
                label.moved(0, -11, Side.MIDDLE),
                label.moved(0, 11 + size * 0.75, Side.MIDDLE),
                label.moved(10, size * 0.36, Side.START),
                label.moved(-10, size * 0.36, Side.END));
    }

    private void write(@Nullable Label label) {
        if (label != null) {
            pen.write(label);
        }
    }
}

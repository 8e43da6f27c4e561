package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import dev.kith.chart.Pen.Label;
import dev.kith.chart.Pen.Rule;
import dev.kith.chart.Pen.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        corridorLabels();
        bandLabels();
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
        for (var gap : chart.gaps()) {
            var x = frame.times.x(gap.at());
            pen.line(Ink.QUIET, Rule.DOTTED, x, frame.plot.y(), x, frame.plot.bottom());
            places.takeLine(x, frame.plot.y(), x, frame.plot.bottom());
            var mark = gap.kind() == Chart.Gap.Kind.MISSED ? Mark.MISSED : Mark.NOT_COUNTED;
            pen.mark(mark, x, frame.stripY, reading.gap(gap));
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
                moved(label, 0, -11, Side.MIDDLE),
                moved(label, 0, 11 + size * 0.75, Side.MIDDLE),
                moved(label, 10, size * 0.36, Side.START),
                moved(label, -10, size * 0.36, Side.END));
    }

    private static Label moved(Label label, double right, double down, Side side) {
        return new Label(
                label.x() + right,
                label.y() + down,
                label.text(),
                label.size(),
                label.bold(),
                side,
                label.ink(),
                label.halo());
    }

    private void corridorLabels() {
        corridorLabel(Reading.lowerIsBetter(chart), reading.reliablyBetter());
        corridorLabel(!Reading.lowerIsBetter(chart), reading.reliablyWorse());
    }

    private void corridorLabel(boolean below, @Nullable String words) {
        if (words == null) {
            return;
        }
        var left = Math.max(
                        frame.plot.x(),
                        frame.times.x(Objects.requireNonNull(chart.baseline()).at()))
                + 8;
        var right = frame.plot.right() - 6;
        var border = frame.values.y(Objects.requireNonNull(reading.border(below)));
        var size = frame.size - 0.5;
        var candidates = new ArrayList<Label>();
        for (var outside : new boolean[] {true, false}) {
            var y = below == outside ? border + size + 2 : border - 6;
            var label = Label.of(left, y, words, size).in(Ink.QUIET).haloed();
            candidates.add(label);
            candidates.add(moved(label, right - left, 0, Side.END));
            candidates.add(moved(label, (right - left) / 2, 0, Side.MIDDLE));
        }
        pen.write(places.best(candidates));
    }

    private void bandLabels() {
        for (var strip : BandStrip.of(chart, frame.values)) {
            if (frame.wide) {
                beside(strip);
            } else if (strip.height() >= frame.size + 3) {
                pen.write(places.best(within(strip)));
            }
        }
    }

    /** Its name, and below it its range where there is room. */
    private void beside(BandStrip strip) {
        var x = frame.plot.right() + 8;
        var size = frame.size;
        var room = frame.width - frame.margin - x;
        var both = strip.height() >= 2 * frame.line();
        var y = strip.middle() + size * 0.36 - (both ? frame.line() / 2 : 0);
        if (strip.height() < size) {
            return;
        }
        pen.write(Label.of(x, y, Lines.cut(strip.label(), room, size, false), size));
        if (both) {
            var band = strip.band();
            var range = wording.number(band.from()) + "–" + wording.number(band.to());
            pen.write(Label.of(x, y + frame.line(), range, size - 0.5).in(Ink.QUIET));
        }
    }

    private List<Label> within(BandStrip strip) {
        var plot = frame.plot;
        var size = frame.size - 0.5;
        var text = Lines.cut(strip.label(), plot.width() * 0.6, size, false);
        var candidates = new ArrayList<Label>();
        for (var y : new double[] {strip.top() + size + 1, strip.middle() + size * 0.36, strip.bottom() - 4}) {
            var label = Label.of(plot.x() + 5, y, text, size).in(Ink.QUIET).haloed();
            candidates.add(moved(label, plot.width() - 10, 0, Side.END));
            candidates.add(label);
            candidates.add(moved(label, plot.width() / 2, 0, Side.MIDDLE));
        }
        return candidates;
    }

    private void write(@Nullable Label label) {
        if (label != null) {
            pen.write(label);
        }
    }
}

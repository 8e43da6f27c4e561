package dev.kith.chart;

import dev.kith.chart.Pen.Label;
import dev.kith.chart.Pen.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names the borders of the corridor and the bands, where they cover least of what is drawn. */
final class PlotWords {
    private final Chart chart;
    private final Frame frame;
    private final Wording wording;
    private final Reading reading;
    private final Pen pen;
    private final Places places;

    PlotWords(Chart chart, Frame frame, Wording wording, Pen pen, Places places) {
        this.chart = chart;
        this.frame = frame;
        this.wording = wording;
        this.pen = pen;
        this.places = places;
        reading = new Reading(chart, wording);
    }

    void write() {
        corridorLabels();
        bandLabels();
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
            candidates.add(label.moved(right - left, 0, Side.END));
            candidates.add(label.moved((right - left) / 2, 0, Side.MIDDLE));
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
            candidates.add(label.moved(plot.width() - 10, 0, Side.END));
            candidates.add(label);
            candidates.add(label.moved(plot.width() / 2, 0, Side.MIDDLE));
        }
        return candidates;
    }
}

package dev.kith.chart;

import java.util.ArrayList;
import java.util.List;

/** Slanted lines within a box: the same strokes for every pen, so that no pattern needs an id. */
final class Hatching {
    private static final double APART = 9;

    private Hatching() {}

    /** Each stroke as x, y, x, y. */
    static List<double[]> strokes(Pen.Box box) {
        var strokes = new ArrayList<double[]>();
        if (box.width() <= 0 || box.height() <= 0) {
            return strokes;
        }
        for (var foot = box.x() + APART / 2; foot < box.right() + box.height(); foot += APART) {
            var lowX = Math.min(foot, box.right());
            var lowY = box.bottom() - (foot - lowX);
            var highX = Math.max(foot - box.height(), box.x());
            var highY = box.bottom() - (foot - highX);
            strokes.add(new double[] {lowX, lowY, highX, highY});
        }
        return strokes;
    }
}

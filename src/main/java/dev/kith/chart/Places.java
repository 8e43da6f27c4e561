package dev.kith.chart;

import dev.kith.chart.Pen.Box;
import dev.kith.chart.Pen.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds places for words where they cover least of what is drawn. */
final class Places {
    private static final double STEP = 6;
    private static final double OUTSIDE = 4;
    private static final double BESIDE = 8;

    private final Box within;
    private final List<Box> taken = new ArrayList<>();

    Places(Box within) {
        this.within = new Box(
                within.x() - BESIDE,
                within.y() - BESIDE / 2,
                within.width() + 2 * BESIDE,
                within.height() + BESIDE / 2);
    }

    void takeMark(double x, double y) {
        taken.add(new Box(x - 8, y - 8, 16, 16));
    }

    void takeLine(double x1, double y1, double x2, double y2) {
        var steps = Math.max(1, (int) (Math.hypot(x2 - x1, y2 - y1) / STEP));
        for (var i = 0; i <= steps; i++) {
            taken.add(new Box(x1 + (x2 - x1) * i / steps - 2, y1 + (y2 - y1) * i / steps - 2, 4, 4));
        }
    }

    /** The candidate that covers least; the earlier one of equals. Its place is taken then. */
    Label best(List<Label> candidates) {
        var best = candidates.get(0);
        for (var candidate : candidates) {
            if (cost(candidate) < cost(best)) {
                best = candidate;
            }
        }
        taken.add(box(best));
        return best;
    }

    /** The first candidate that covers nothing, whose place is taken then; null when each covers something. */
    @Nullable
    Label free(List<Label> candidates) {
        for (var candidate : candidates) {
            if (cost(candidate) == 0) {
                taken.add(box(candidate));
                return candidate;
            }
        }
        return null;
    }

    private double cost(Label label) {
        var box = box(label);
        var inside = overlap(box, within);
        var cost = OUTSIDE * (box.width() * box.height() - inside);
        for (var other : taken) {
            cost += overlap(box, other);
        }
        return cost < 1e-6 ? 0 : cost;
    }

    private static Box box(Label label) {
        var width = label.width();
        var x = switch (label.side()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        return new Box(x, label.y() - label.size() * 0.8, width, label.size());
    }

    private static double overlap(Box one, Box other) {
        var width = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        var height = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        return width <= 0 || height <= 0 ? 0 : width * height;
    }
}

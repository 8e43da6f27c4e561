package dev.kith.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What stands at a moment. Each has a shape of its own, so that it is known without its colour. */
enum Mark {
    SCORE(Ink.SCORE, Ink.PAPER, 1.5),
    /** A score among many. */
    SMALL(Ink.SCORE, Ink.SCORE, 1),
    BASELINE(Ink.PAPER, Ink.SCORE, 2.5),
    LATEST(Ink.SCORE, Ink.PAPER, 1.5),
    OTHER(Ink.PAPER, Ink.OTHER, 2),
    MISSED(null, Ink.QUIET, 2),
    SKIPPED(Ink.PAPER, Ink.QUIET, 1.75),
    NOT_COUNTED(Ink.PAPER, Ink.QUIET, 1.75);

    final @org.jspecify.annotations.Nullable Ink inside;
    final Ink edge;
    final double edgeWidth;

    Mark(@org.jspecify.annotations.Nullable Ink inside, Ink edge, double edgeWidth) {
        this.inside = inside;
        this.edge = edge;
        this.edgeWidth = edgeWidth;
    }

    Shape shape(double x, double y) {
        return switch (this) {
            case SCORE -> disc(x, y, 5);
            case SMALL -> disc(x, y, 2);
            case BASELINE -> disc(x, y, 5.5);
            case LATEST -> disc(x, y, 6.5);
            case OTHER -> diamond(x, y, 6);
            case MISSED -> cross(x, y, 4);
            case SKIPPED -> triangle(x, y, 5);
            case NOT_COUNTED -> new Rectangle2D.Double(x - 4, y - 4, 8, 8);
        };
    }

    /** Of a gap that is told. */
    static Mark of(Chart.Gap.Kind kind) {
        return switch (kind) {
            case MISSED -> MISSED;
            case SKIPPED -> SKIPPED;
            case NOT_COUNTED -> NOT_COUNTED;
            case UNTOLD -> throw new IllegalArgumentException("what nobody is told has no mark");
        };
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape diamond(double x, double y, double radius) {
        var path = new Path2D.Double();
        path.moveTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.lineTo(x - radius, y);
        path.closePath();
        return path;
    }

    private static Shape triangle(double x, double y, double radius) {
        var path = new Path2D.Double();
        path.moveTo(x - radius, y - radius * 0.8);
        path.lineTo(x + radius, y - radius * 0.8);
        path.lineTo(x, y + radius * 0.9);
        path.closePath();
        return path;
    }

    private static Shape cross(double x, double y, double arm) {
        var path = new Path2D.Double();
        path.moveTo(x - arm, y - arm);
        path.lineTo(x + arm, y + arm);
        path.moveTo(x - arm, y + arm);
        path.lineTo(x + arm, y - arm);
        return path;
    }
}

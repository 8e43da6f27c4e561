package dev.kith.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws by Java 2D, on pixels or on a page of PDF. Letters are shapes, so that no fonts are asked for. */
final class GraphicsPen implements Pen {
    private static final float HALO = 3.5f;
    private final Graphics2D graphics;

    GraphicsPen(Graphics2D graphics) {
        this.graphics = graphics;
    }

    @Override
    public void area(Ink ink, double strength, Box box) {
        graphics.setColor(ink.color(strength));
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void line(Ink ink, Rule rule, double... through) {
        var path = new Path2D.Double();
        path.moveTo(through[0], through[1]);
        for (var i = 2; i < through.length; i += 2) {
            path.lineTo(through[i], through[i + 1]);
        }
        draw(path, ink, stroke(rule));
    }

    @Override
    public void hatch(Ink ink, Box box) {
        var path = new Path2D.Double();
        for (var stroke : Hatching.strokes(box)) {
            path.moveTo(stroke[0], stroke[1]);
            path.lineTo(stroke[2], stroke[3]);
        }
        graphics.setColor(ink.color(HATCH_STRENGTH));
        graphics.setStroke(stroke(Rule.HAIR));
        graphics.draw(path);
    }

    @Override
    public void mark(Mark mark, double x, double y, String words) {
        var shape = mark.shape(x, y);
        if (mark.inside != null) {
            graphics.setColor(mark.inside.color(1));
            graphics.fill(shape);
        }
        draw(shape, mark.edge, new BasicStroke((float) mark.edgeWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER));
    }

    @Override
    public void write(Label label) {
        var width = label.width();
        var x = switch (label.side()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        var words = Letters.outline(label.text(), x, label.y(), label.size(), label.bold());
        if (label.halo()) {
            draw(words, Ink.PAPER, new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        graphics.setColor(label.ink().color(1));
        graphics.fill(words);
    }

    private void draw(Shape shape, Ink ink, BasicStroke stroke) {
        graphics.setColor(ink.color(1));
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    private static BasicStroke stroke(Rule rule) {
        if (rule.dashes.length == 0) {
            return new BasicStroke((float) rule.width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        var dashes = new float[rule.dashes.length];
        for (var i = 0; i < dashes.length; i++) {
            dashes[i] = (float) rule.dashes[i];
        }
        return new BasicStroke((float) rule.width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}

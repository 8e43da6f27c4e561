package dev.kith.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/**
 * Writes SVG. Colours for light paper stand as attributes, so that every viewer has them; a style turns them where a screen is dark. No scripts, no
 * links, nothing from elsewhere.
 */
final class SvgPen implements Pen {
    private static final String STYLE = style();

    private final StringBuilder drawn = new StringBuilder(8192);

    /** The whole picture: what was drawn, in its frame. The id is a name of letters, digits and hyphens. */
    String finish(double width, double height, String id, String language, String title, String description) {
        var size = "width=\"%s\" height=\"%s\"".formatted(number(width), number(height));
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="kith-chart" %1$s viewBox="0 0 %2$s %3$s" role="img"\
             aria-labelledby="%4$s-title %4$s-desc" lang="%5$s" font-family="Liberation Sans, Arial, Helvetica, sans-serif">
            <title id="%4$s-title">%6$s</title>
            <desc id="%4$s-desc">%7$s</desc>
            <style>%8$s</style>
            %9$s</svg>
            """.formatted(
                        size,
                        number(width),
                        number(height),
                        id,
                        Markup.escape(language),
                        Markup.escape(title),
                        Markup.escape(description),
                        STYLE,
                        drawn);
    }

    @Override
    public void area(Ink ink, double strength, Box box) {
        drawn.append("<rect ").append(fill(ink));
        if (strength < 1) {
            drawn.append(" fill-opacity=\"").append(number(strength)).append('"');
        }
        drawn.append(" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(number(box.x()), number(box.y()), number(box.width()), number(box.height())));
    }

    @Override
    public void line(Ink ink, Rule rule, double... through) {
        drawn.append("<polyline fill=\"none\" ").append(stroke(ink, rule.width));
        if (rule.dashes.length > 0) {
            drawn.append(" stroke-dasharray=\"%s %s\"".formatted(number(rule.dashes[0]), number(rule.dashes[1])));
        }
        drawn.append(" stroke-linejoin=\"round\" points=\"");
        for (var i = 0; i < through.length; i += 2) {
            drawn.append(i == 0 ? "" : " ")
                    .append(number(through[i]))
                    .append(',')
                    .append(number(through[i + 1]));
        }
        drawn.append("\"/>\n");
    }

    @Override
    public void hatch(Ink ink, Box box) {
        drawn.append("<path fill=\"none\" ")
                .append(stroke(ink, Rule.HAIR.width))
                .append(" stroke-opacity=\"")
                .append(number(HATCH_STRENGTH))
                .append("\" d=\"");
        for (var stroke : Hatching.strokes(box)) {
            drawn.append("M%s %sL%s %s"
                    .formatted(number(stroke[0]), number(stroke[1]), number(stroke[2]), number(stroke[3])));
        }
        drawn.append("\"/>\n");
    }

    @Override
    public void mark(Mark mark, double x, double y, String words) {
        drawn.append("<path ")
                .append(mark.inside == null ? "fill=\"none\"" : fill(mark.inside))
                .append(' ')
                .append(stroke(mark.edge, mark.edgeWidth))
                .append(" d=\"")
                .append(path(mark.shape(x, y)))
                .append("\"><title>")
                .append(Markup.escape(words))
                .append("</title></path>\n");
    }

    @Override
    public void write(Label label) {
        drawn.append("<text ").append(fill(label.ink()));
        if (label.halo()) {
            drawn.append(' ')
                    .append(stroke(Ink.PAPER, 3.5))
                    .append(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        drawn.append(" x=\"%s\" y=\"%s\" font-size=\"%s\""
                .formatted(number(label.x()), number(label.y()), number(label.size())));
        if (label.bold()) {
            drawn.append(" font-weight=\"bold\"");
        }
        if (label.side() != Side.START) {
            drawn.append(label.side() == Side.MIDDLE ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        }
        if (Letters.know(label.text())) {
            // where another font comes, its letters are made as wide as ours were measured
            drawn.append(" textLength=\"").append(number(label.width())).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        drawn.append('>').append(Markup.escape(label.text())).append("</text>\n");
    }

    private static String fill(Ink ink) {
        return "fill=\"" + ink.light() + '"';
    }

    private static String stroke(Ink ink, double width) {
        return "stroke=\"" + ink.light() + "\" stroke-width=\"" + number(width) + '"';
    }

    private static String style() {
        var style = new StringBuilder("@media screen and (prefers-color-scheme:dark){");
        for (var ink : Ink.values()) {
            for (var part : new String[] {"fill", "stroke"}) {
                style.append(".kith-chart [%1$s=\"%2$s\"]{%1$s:%3$s}".formatted(part, ink.light(), ink.dark()));
            }
        }
        return style.append('}').toString();
    }

    private static String path(Shape shape) {
        var path = new StringBuilder();
        var at = new double[6];
        for (var each = shape.getPathIterator(null); !each.isDone(); each.next()) {
            switch (each.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char command, double[] at, int numbers) {
        path.append(command);
        for (var i = 0; i < numbers; i++) {
            path.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /** With at most two decimals and a point, whatever the machine's language. */
    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}

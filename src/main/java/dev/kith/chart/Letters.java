package dev.kith.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of Liberation Sans, as wide as those of Arial and Helvetica. Read by FontBox and drawn as shapes: Java's own way to fonts needs native
 * libraries and installed fonts, which small machines do not have. A character that the font lacks is an empty box.
 */
public final class Letters {
    private static final Letters REGULAR = new Letters("LiberationSans-Regular.ttf");
    private static final Letters BOLD = new Letters("LiberationSans-Bold.ttf");

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unit;
    private final ConcurrentHashMap<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Letters(String file) {
        try (var stream = open(file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            characters = font.getUnicodeCmapLookup();
            unit = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Glyph(GeneralPath path, double advance) {}

    /** The font's file, as it ships: {@code LiberationSans-Regular.ttf}, {@code LiberationSans-Bold.ttf}. */
    public static InputStream open(String file) {
        var stream = Letters.class.getClassLoader().getResourceAsStream("liberation/" + file);
        if (stream == null) {
            throw new IllegalStateException("the font is not there: " + file);
        }
        return stream;
    }

    /** Whether the font has each of its characters. */
    static boolean know(String text) {
        return text.codePoints().allMatch(character -> REGULAR.characters.getGlyphId(character) != 0);
    }

    static double width(String text, double size, boolean bold) {
        var letters = bold ? BOLD : REGULAR;
        return text.codePoints()
                        .mapToDouble(character -> letters.glyph(character).advance())
                        .sum()
                * size
                / letters.unit;
    }

    /** The words as a shape, from x on, on the base line y. */
    static Shape outline(String text, double x, double y, double size, boolean bold) {
        var letters = bold ? BOLD : REGULAR;
        var scale = size / letters.unit;
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var place = new AffineTransform(scale, 0, 0, -scale, x, y);
        for (var character : text.codePoints().toArray()) {
            var glyph = letters.glyph(character);
            outline.append(glyph.path().getPathIterator(place), false);
            place.translate(glyph.advance(), 0);
        }
        return outline;
    }

    private Glyph glyph(int character) {
        return glyphs.computeIfAbsent(characters.getGlyphId(character), this::read);
    }

    /** One at a time: the parser moves within one stream. */
    private synchronized Glyph read(int id) {
        try {
            var data = font.getGlyph().getGlyph(id);
            return new Glyph(data == null ? new GeneralPath() : data.getPath(), font.getAdvanceWidth(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

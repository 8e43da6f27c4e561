package dev.kith.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** Draws charts. The same chart and width give the same bytes. Safe in several threads; whoever calls bounds how many. */
public final class Drawing {
    /** The least width, in pixels: a small phone. */
    public static final int NARROWEST = 280;

    /** The most width, in pixels. */
    public static final int WIDEST = 1600;

    private static final int ID_BYTES = 6;

    private final int width;
    private final Sheet sheet;

    /** On paper of a width, which decides the height. */
    public Drawing(Chart chart, int width) {
        if (width < NARROWEST || width > WIDEST) {
            throw new IllegalArgumentException("from " + NARROWEST + " to " + WIDEST + " pixels, not " + width);
        }
        this.width = width;
        sheet = new Sheet(chart, width);
    }

    public int height() {
        return (int) sheet.height();
    }

    /** What it shows, in sentences. */
    public String description() {
        return sheet.reading().description();
    }

    /** What it is of. */
    public String title() {
        return sheet.reading().title();
    }

    /** One svg element, to stand in a page or alone. Its ids begin with a hash of what is drawn, so that several can stand in one page. */
    public String svg() {
        var pen = new SvgPen();
        sheet.draw(pen);
        var title = title();
        var description = description();
        var unnamed = pen.finish(width, height(), "", sheet.language(), title, description);
        return pen.finish(width, height(), "k" + hash(unnamed), sheet.language(), title, description);
    }

    /** Pixels for light paper, so many for each pixel of the width: 1, or 2 for sharp screens. */
    public byte[] png(int density) {
        if (density < 1 || density > 2) {
            throw new IllegalArgumentException("a density of 1 or 2, not " + density);
        }
        var image = new BufferedImage(width * density, height() * density, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(density, density);
            paint(graphics);
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Onto any paper of Java 2D, a pixel for a unit, from its origin. */
    public void paint(Graphics2D graphics) {
        sheet.draw(new GraphicsPen(graphics));
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

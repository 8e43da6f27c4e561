package dev.kith.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A logo in its place on paper.
 *
 * @param width in pixels of 96 to the inch, and so the height
 * @param alternative what it shows, for those who do not see it
 */
record Emblem(BufferedImage image, int width, int height, String alternative) {
    /** Six centimetres: the rest of the line is for the name and where it is found. */
    static final int WIDEST = 226;
    /** Twenty-two millimetres: as much as five lines beside it. */
    static final int HIGHEST = 83;

    /** As large as it is, but no larger than its place. */
    static Emblem of(Report.Logo logo) {
        try {
            var file = new MemoryCacheImageInputStream(new ByteArrayInputStream(logo.png())); // closed by who reads it
            var image = Objects.requireNonNull(ImageIO.read(file), "a logo that is no picture");
            var scale = Math.min(1, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
            return new Emblem(
                    image,
                    Math.max(1, (int) Math.round(image.getWidth() * scale)),
                    Math.max(1, (int) Math.round(image.getHeight() * scale)),
                    logo.alternative());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All its pixels, onto so much of the paper. */
    void paint(Graphics2D paper) {
        paper.drawImage(
                image,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()),
                null);
    }
}

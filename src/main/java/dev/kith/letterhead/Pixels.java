package dev.kith.letterhead;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a logo of a picture that somebody sent: from its pixels alone, so that texts, places, profiles, further frames and whatever follows its end
 * are never kept. How large it is, is read and judged before it is unpacked: a few bytes can say that they are gigabytes.
 */
final class Pixels {
    static final int MOST_BYTES = 256 * 1024;
    /** Of either side, as it is sent. */
    static final int MOST_PIXELS = 2000;
    /** What its place on paper takes at 300 dots to the inch: more would make each report heavier and none sharper. */
    static final int WIDTH = 720;

    static final int HEIGHT = 260;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int START_OF_SCAN = 0xDA;
    /** A progressive picture has about ten passes over all its pixels; thousands are meant to keep a server busy. */
    private static final int MOST_PASSES = 50;

    private Pixels() {}

    /**
     * Takes tens of megabytes for a moment: to be done in turn.
     *
     * @param sent PNG or JPEG; which of them, its first bytes say
     * @throws ProblemException 400 without bytes, 413 past {@link #MOST_BYTES}, 422 when it is no such picture, or has more pixels than we take
     */
    static Letterhead.Logo of(byte[] sent) {
        if (sent.length == 0) {
            throw ProblemException.malformed("", "missing", "a body is needed");
        }
        if (sent.length > MOST_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A logo has at most 256 KiB.");
        }
        return kept(unpacked(sent));
    }

    static Letterhead.Logo kept(BufferedImage picture) {
        var image = fitted(picture);
        var png = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Letterhead.Logo(png.toByteArray(), image.getWidth(), image.getHeight());
    }

    private static BufferedImage unpacked(byte[] sent) {
        try {
            if (startsWith(sent, PngChunks.SIGNATURE)) {
                return unpacked("png", PngChunks.pictureOf(new ByteArrayInputStream(sent)));
            }
            if (startsWith(sent, JPEG) && passes(sent) <= MOST_PASSES) {
                return unpacked("jpeg", sent);
            }
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw noPicture(); // of what is malformed, decoders complain in many ways
        }
        throw noPicture();
    }

    private static BufferedImage unpacked(String format, byte[] bytes) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            requireFewPixels(reader);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Of the header alone. */
    private static void requireFewPixels(ImageReader reader) throws IOException {
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
            throw ProblemException.invalid(
                    "", "too-many-pixels", "A logo has at most 2000 pixels on either side, as it is sent.");
        }
    }

    private static ProblemException noPicture() {
        return ProblemException.invalid("", "no-picture", "cannot be read as PNG, or as JPEG in gray or RGB");
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** How often the pixels of a JPEG are gone over. */
    private static int passes(byte[] jpeg) {
        var passes = 0;
        for (var i = 1; i < jpeg.length; i++) {
            if ((jpeg[i - 1] & 0xFF) == 0xFF && (jpeg[i] & 0xFF) == START_OF_SCAN) {
                passes++;
            }
        }
        return passes;
    }

    /** At most as large as its place takes, in the same proportions. By halves, so that no pixel is passed over. */
    private static BufferedImage fitted(BufferedImage image) {
        var scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var seeThrough = image.getColorModel().hasAlpha();
        var now = image;
        while (now.getWidth() > 2 * width || now.getHeight() > 2 * height) {
            now = drawn(
                    now,
                    Math.max(width, now.getWidth() / 2),
                    Math.max(height, now.getHeight() / 2),
                    BufferedImage.TYPE_INT_ARGB_PRE); // else the colour of what is not seen bleeds into the edge
        }
        return drawn(now, width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int type) {
        var smaller = new BufferedImage(width, height, type);
        Graphics2D graphics = smaller.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return smaller;
    }
}

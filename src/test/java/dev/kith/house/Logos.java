package dev.kith.house;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Logos of practices that there are not, and pictures that nobody should take. */
public final class Logos {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Logos() {}

    /** A twig with leaves in a ring, see-through around it. */
    public static byte[] willow() {
        return file(drawn(520, 520, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** The same, as wide and high as one likes. */
    public static byte[] png(int width, int height) {
        return file(drawn(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** The same on black. */
    public static byte[] jpeg(int width, int height) {
        return file(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** The same with 256 colours. */
    public static byte[] palette(int width, int height) {
        return file(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "png");
    }

    /** A file of a few bytes that says it has so many pixels. */
    public static byte[] saying(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
        return joined(SIGNATURE, chunk("IHDR", header.array()), chunk("IDAT", packed(100)), chunk("IEND", new byte[0]));
    }

    /** A picture with one more part, behind its header. */
    public static byte[] with(byte[] png, String name, byte[] held) {
        var behindTheHeader = SIGNATURE.length + 12 + 13;
        return joined(
                Arrays.copyOf(png, behindTheHeader),
                chunk(name, held),
                Arrays.copyOfRange(png, behindTheHeader, png.length));
    }

    /** A text part whose few bytes unpack to so many. */
    public static byte[] bombOfText(int size) {
        return joined("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), packed(size));
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Names of the parts of a PNG, in order; fails when anything follows the last. */
    public static List<String> parts(byte[] png) {
        var names = new ArrayList<String>();
        var in = ByteBuffer.wrap(png, SIGNATURE.length, png.length - SIGNATURE.length);
        while (in.hasRemaining()) {
            var length = in.getInt();
            var name = new byte[4];
            in.get(name);
            names.add(new String(name, StandardCharsets.ISO_8859_1));
            in.position(in.position() + length + 4);
        }
        return names;
    }

    private static byte[] chunk(String name, byte[] held) {
        var named = joined(name.getBytes(StandardCharsets.ISO_8859_1), held);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(held.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] packed(int size) {
        var packer = new Deflater(Deflater.BEST_COMPRESSION);
        packer.setInput(new byte[size]);
        packer.finish();
        var packed = new byte[size / 500 + 100];
        var length = packer.deflate(packed);
        packer.end();
        return Arrays.copyOf(packed, length);
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var paper = image.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.scale(width / 100.0, height / 100.0);
        paper.setColor(new Color(0x0B6E4F));
        paper.fill(new Ellipse2D.Double(1, 1, 98, 98));
        paper.setColor(Color.WHITE);
        paper.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paper.draw(new QuadCurve2D.Double(30, 86, 50, 62, 60, 34));
        for (var pair = 0; pair < 3; pair++) {
            var x = 39 + pair * 8.5;
            var y = 75 - pair * 16.5;
            paper.fill(leaf(x, y, -112 + pair * 5));
            paper.fill(leaf(x, y, -8 + pair * -6));
        }
        paper.fill(leaf(60, 35, -68));
        paper.dispose();
        return image;
    }

    private static Shape leaf(double x, double y, double degrees) {
        var leaf = new Path2D.Double();
        leaf.moveTo(0, 0);
        leaf.quadTo(10, -8, 24, 0);
        leaf.quadTo(10, 8, 0, 0);
        var turned = AffineTransform.getTranslateInstance(x, y);
        turned.rotate(Math.toRadians(degrees));
        return turned.createTransformedShape(leaf);
    }

    private static byte[] file(BufferedImage image, String format) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}

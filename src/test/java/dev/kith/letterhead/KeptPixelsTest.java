package dev.kith.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.Logos;
import dev.kith.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is sent, a small picture comes out or a problem that the sender is told. */
class KeptPixelsTest {
    private static final byte[] PNG = Logos.png(60, 40);
    private static final byte[] PALETTE = Logos.palette(60, 40);
    private static final byte[] JPEG = Logos.jpeg(60, 40);

    @Property(tries = 400)
    void whatIsDamagedIsMendedOrRefusedAndNothingElse(
            @ForAll @IntRange(max = 2) int which, @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int wounds) {
        var bytes = new byte[][] {PNG, PALETTE, JPEG}[which].clone();
        var chance = new Random(seed);
        for (var i = 0; i < wounds; i++) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
        }
        try {
            var logo = Pixels.of(chance.nextBoolean() ? bytes : Arrays.copyOf(bytes, chance.nextInt(bytes.length) + 1));
            assertThat(Logos.parts(logo.png())).containsOnly("IHDR", "IDAT", "IEND");
            assertThat(logo.width()).isBetween(1, Pixels.WIDTH);
            assertThat(logo.height()).isBetween(1, Pixels.HEIGHT);
        } catch (ProblemException refused) {
            assertThat(refused.type().status()).isEqualTo(422);
        }
    }

    @Test
    void thePixelsStayThePixels() throws IOException {
        var before = read(PNG);
        var after = read(Pixels.of(PNG).png());
        for (var x = 0; x < before.getWidth(); x++) {
            for (var y = 0; y < before.getHeight(); y++) {
                if (before.getRGB(x, y) >>> 24 != 0) {
                    assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
                }
            }
        }
        assertThat(Pixels.of(PNG).png()).isEqualTo(Pixels.of(PNG).png());
    }

    @Test
    void theLargestIsStillSmallEnoughToKeep() {
        var noise = new BufferedImage(Pixels.WIDTH, Pixels.HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var chance = new Random(7);
        for (var x = 0; x < Pixels.WIDTH; x++) {
            for (var y = 0; y < Pixels.HEIGHT; y++) {
                noise.setRGB(x, y, chance.nextInt());
            }
        }
        var logo = Pixels.kept(noise);
        assertThat(logo.width()).isEqualTo(Pixels.WIDTH);
        assertThat(logo.height()).isEqualTo(Pixels.HEIGHT);
        assertThat(logo.png()).hasSizeBetween(700_000, 786_432); // what the database takes; and noise is not packed
    }

    @Test
    void onlyWhatIsSeenIsHandedToAReader() throws IOException {
        var packed = Logos.with(PALETTE, "zTXt", Logos.bombOfText(1_000_000));
        assertThat(Logos.parts(PngChunks.pictureOf(new ByteArrayInputStream(packed))))
                .containsExactly("IHDR", "PLTE", "IDAT", "IEND");
    }

    @Test
    void aPictureOfEndlessPassesIsRefused() throws IOException {
        var jpeg = progressive();
        assertThat(Pixels.of(jpeg).width()).isEqualTo(60);
        var last = 0;
        for (var i = 0; i < jpeg.length - 1; i++) {
            last = (jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA ? i : last;
        }
        var end = jpeg.length - 2;
        var endless = new ByteArrayOutputStream();
        endless.write(jpeg, 0, end);
        for (var i = 0; i < 100; i++) {
            endless.write(jpeg, last, end - last);
        }
        endless.write(jpeg, end, 2);
        assertThatThrownBy(() -> Pixels.of(endless.toByteArray())).isInstanceOf(ProblemException.class);
    }

    private static byte[] progressive() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(read(JPEG), null, null), how);
        }
        return file.toByteArray();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}

package dev.kith.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.Logos;
import dev.kith.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is sent, a small picture comes out or a problem that the sender is told. */
class PixelsTest {
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
        assertThat(Pixels.WIDTH * Pixels.HEIGHT * 4 + Pixels.HEIGHT + 4096).isLessThan(786_432);
    }

    @Test
    void aPictureOfEndlessPassesIsRefused() {
        var pass = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0};
        var passes = new byte[100 * pass.length];
        for (var i = 0; i < 100; i++) {
            System.arraycopy(pass, 0, passes, i * pass.length, pass.length);
        }
        var end = JPEG.length - 2;
        var sent = Logos.joined(Arrays.copyOf(JPEG, end), passes, Arrays.copyOfRange(JPEG, end, JPEG.length));
        assertThatThrownBy(() -> Pixels.of(sent)).isInstanceOf(ProblemException.class);
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}

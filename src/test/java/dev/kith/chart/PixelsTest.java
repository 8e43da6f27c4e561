package dev.kith.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture in pixels shows the same as the one in lines. */
class PixelsTest {
    private static final int WIDTH = 720;

    @Test
    void aScoreIsWhereItsValueAndItsDayAre() throws IOException {
        var chart = Drawn.phq(18, 12, 5);
        var frame = frame(chart);
        var image = image(chart, 1);
        var latest = chart.points().get(2);
        assertThat(at(image, frame.times.x(latest.at()), frame.values.y(latest.value())))
                .isEqualTo(0x0072B2);
        assertThat(at(image, 3, 3)).isEqualTo(0xFFFFFF);
    }

    @Test
    void worseBandsAreDarker() throws IOException {
        var chart = Drawn.phq(12, 12);
        var frame = frame(chart);
        var image = image(chart, 1);
        var brightness = Drawn.PHQ_BANDS.stream()
                .map(band -> at(image, frame.plot.x() + 2, frame.values.y(band.to()) + 4))
                .map(rgb -> (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF))
                .toList();
        assertThat(brightness)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void betweenScoresOnBothSidesOfAGapNothingIsDrawn() throws IOException {
        var before = Drawn.point(0, 12);
        var after = Drawn.point(28, 12);
        var gap = new Chart.Gap(Drawn.day(14), Chart.Gap.Kind.MISSED);
        assertThat(blueAt(Drawn.phq(List.of(before, after), List.of(), Locale.UK)))
                .isTrue();
        assertThat(blueAt(Drawn.phq(List.of(before, after), List.of(gap), Locale.UK)))
                .isFalse();
    }

    private static boolean blueAt(Chart chart) throws IOException {
        var frame = frame(chart);
        var y = frame.values.y(chart.points().get(0).value());
        return at(image(chart, 1), frame.times.x(Drawn.day(9)), y) == 0x0072B2;
    }

    @Test
    void sharpScreensGetTwiceThePixels() throws IOException {
        var once = image(Drawn.course(), 1);
        var twice = image(Drawn.course(), 2);
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isEqualTo(2 * once.getHeight());
    }

    @ParameterizedTest
    @EnumSource(
            value = Ink.class,
            names = {"TEXT", "QUIET"})
    void wordsCanBeReadOnPaperAndOnTheDarkestBand(Ink ink) {
        for (var dark : new boolean[] {false, true}) {
            var paper = rgb(dark, Ink.PAPER);
            assertThat(contrast(rgb(dark, ink), paper)).isGreaterThan(4.5);
            assertThat(contrast(rgb(dark, ink), mixed(rgb(dark, Ink.BAND), paper, 0.36)))
                    .isGreaterThan(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Ink.class,
            names = {"SCORE", "OTHER"})
    void marksCanBeSeenOnPaperAndOnTheDarkestBand(Ink ink) {
        for (var dark : new boolean[] {false, true}) {
            var paper = rgb(dark, Ink.PAPER);
            assertThat(contrast(rgb(dark, ink), paper)).isGreaterThan(3);
            assertThat(contrast(rgb(dark, ink), mixed(rgb(dark, Ink.BAND), paper, 0.36)))
                    .isGreaterThan(3);
        }
    }

    private static Frame frame(Chart chart) {
        return new Frame(chart, new Wording(chart.locale(), chart.zone()), WIDTH);
    }

    private static BufferedImage image(Chart chart, int density) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new Drawing(chart, WIDTH).png(density)));
    }

    private static int at(BufferedImage image, double x, double y) {
        return image.getRGB((int) Math.round(x), (int) Math.round(y)) & 0xFFFFFF;
    }

    private static int rgb(boolean dark, Ink ink) {
        return Integer.parseInt((dark ? ink.dark() : ink.light()).substring(1), 16);
    }

    private static int mixed(int over, int under, double strength) {
        var mixed = 0;
        for (var shift : new int[] {16, 8, 0}) {
            var part = strength * (over >> shift & 0xFF) + (1 - strength) * (under >> shift & 0xFF);
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(int one, int other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int part) {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.chart.Drawing;
import dev.kith.chart.Drawn;
import dev.kith.house.PgTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the README are what is drawn today; {@code -Dpictures.update=true} draws them anew, {@code -Dpictures.keep=true}
 * keeps chart and report in {@code target/pictures} for {@code src/look/run}.
 */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class PicturesTest {
    private static final Path PICTURES = Path.of("src/main/doc/pictures");
    private static final Path KEPT = Path.of("target/pictures");
    private static final int DOTS_PER_INCH = 96;

    @Inject
    Printing printing;

    @Test
    void theChartShownIsTheChartDrawn() throws IOException {
        var svg = new Drawing(Drawn.course(), 720).svg();
        if (Boolean.getBoolean("pictures.update")) {
            Files.createDirectories(PICTURES);
            Files.writeString(PICTURES.resolve("chart.svg"), svg);
            ImageIO.write(
                    firstPage(report()), "png", PICTURES.resolve("report.png").toFile());
        }
        if (Boolean.getBoolean("pictures.keep")) {
            Files.createDirectories(KEPT);
            Files.writeString(KEPT.resolve("chart-360.svg"), new Drawing(Drawn.course(), 360).svg());
            Files.writeString(KEPT.resolve("chart-720.svg"), svg);
            Files.write(KEPT.resolve("report.pdf"), report());
        }
        assertThat(Files.readString(PICTURES.resolve("chart.svg"), StandardCharsets.UTF_8))
                .isEqualTo(svg);
    }

    private byte[] report() throws IOException {
        var out = new ByteArrayOutputStream();
        printing.pdf(Reported.robin(), out);
        return out.toByteArray();
    }

    private static BufferedImage firstPage(byte[] report) throws IOException {
        try (var pdf = Loader.loadPDF(report)) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
        }
    }
}

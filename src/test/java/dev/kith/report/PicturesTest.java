package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.chart.Drawing;
import dev.kith.chart.Drawn;
import dev.kith.house.PgTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

/** The pictures of the README are what is drawn today; {@code -Dpictures.update=true} draws them anew. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class PicturesTest {
    private static final Path PICTURES = Path.of("src/main/doc/pictures");
    private static final int DOTS_PER_INCH = 96;

    @Inject
    Printing printing;

    @Test
    void theChartShownIsTheChartDrawn() throws IOException {
        var svg = new Drawing(Drawn.course(), 720).svg();
        if (Boolean.getBoolean("pictures.update")) {
            Files.createDirectories(PICTURES);
            Files.writeString(PICTURES.resolve("chart.svg"), svg);
            report();
        }
        assertThat(Files.readString(PICTURES.resolve("chart.svg"), StandardCharsets.UTF_8))
                .isEqualTo(svg);
    }

    private void report() throws IOException {
        var out = new ByteArrayOutputStream();
        printing.pdf(Reported.robin(), out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
            ImageIO.write(page, "png", PICTURES.resolve("report.png").toFile());
        }
    }
}

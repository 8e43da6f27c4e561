package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Logos;
import dev.kith.house.Pdf;
import dev.kith.house.PgTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** A report says what it was given, to eyes and to machines, and reaches for nothing. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class PrintingTest {

    @Inject
    Printing printing;

    @Test
    void itSaysAllThatItWasGiven() throws IOException {
        try (var pdf = printed(Reported.robin())) {
            assertThat(words(pdf))
                    .contains(
                            "Willow Practice",
                            "12 Orchard Lane 3511 AB Utrecht +31 30 555 0100 · hello@willow.example · willow.example",
                            "Robin Example",
                            "1 October 2025 to 28 February 2026",
                            "Made on 1 March 2026",
                            "PHQ-9, Depression severity: From 18 on",
                            "a real change for the better.",
                            "From 18 (moderately severe) to 7 (mild): 11 points lower.",
                            "3 November 2025 18 Moderately severe Baseline",
                            "23 February 2026 7 Mild −11 Reliably better",
                            "15 December 2025 – Missed",
                            "How change is judged A change of 6 points or more is reliable.",
                            "Source: Kroenke K (2012).",
                            "Exercises Exercise Times Distress before Distress after Slow breathing 21 6.2 3.9",
                            "Goals Levels go from −2 to +2; 0 is what could fairly be hoped for.",
                            "Ask for help before it is urgent −2: never asks 0: asks once a week +1: asks twice a week",
                            "Instruments and licences PHQ-9: developed by",
                            "Page 1 of 2",
                            "Page 2 of 2");
        }
    }

    @Test
    void itCarriesItsLetterheadAndTheFootOnEachPage() throws IOException {
        try (var pdf = printed(Reported.robin())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            for (var page = 1; page <= 2; page++) {
                assertThat(words(pdf, page)).contains(Reported.WILLOW.registration(), "Page " + page + " of 2");
            }
            assertThat(words(pdf, 1)).contains(" Willow Practice 12 Orchard Lane");
            assertThat(words(pdf, 2)).doesNotContain("Orchard");
            assertThat(Pdf.pictures(pdf.getPage(0))).hasSize(1);
            assertThat(Pdf.pictures(pdf.getPage(1))).isEmpty();
        }
    }

    @Test
    void withoutALetterheadTheNameStandsThereAlone() throws IOException {
        try (var pdf = printed(Reported.by(Report.Sender.of("Willow Practice"), Reported.robin()))) {
            assertThat(words(pdf, 1)).contains(" Willow Practice Progress report");
            assertThat(Pdf.pictures(pdf.getPage(0))).isEmpty();
        }
    }

    @Test
    void theLongestLetterheadStaysOnThePaper() throws IOException {
        var endless = "W".repeat(100);
        var longest = new Report.Sender(
                endless + "W".repeat(20),
                List.of(endless, endless, endless, endless, endless, "+1 · " + endless + endless + " · " + endless),
                endless + "W".repeat(60),
                new Report.Logo(Logos.png(720, 260), endless));
        for (var sender :
                List.of(longest, new Report.Sender(longest.name(), longest.lines(), longest.registration(), null))) {
            try (var pdf = printed(Reported.by(sender, Reported.called("N".repeat(200))))) {
                var edges = new Edges();
                edges.getText(pdf);
                assertThat(edges.left).isGreaterThan(19 * Edges.MILLIMETRE);
                assertThat(edges.right).isLessThan(191 * Edges.MILLIMETRE);
                assertThat(edges.bottom).isLessThan(294 * Edges.MILLIMETRE);
                assertThat(words(pdf).replace(" ", ""))
                        .contains(sender.name(), endless, sender.registration(), "N".repeat(200));
            }
        }
    }

    /** How far words reach. */
    private static final class Edges extends PDFTextStripper {
        static final float MILLIMETRE = 72 / 25.4f;
        float left = Float.MAX_VALUE;
        float right;
        float bottom;

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            for (var one : positions) {
                left = Math.min(left, one.getX());
                right = Math.max(right, one.getX() + one.getWidth());
                bottom = Math.max(bottom, one.getY());
            }
        }
    }

    @Test
    void itSpeaksTheReadersLanguage() throws IOException {
        try (var pdf = printed(Reported.german())) {
            assertThat(words(pdf))
                    .contains(
                            "Verlaufsbericht",
                            "Änne Größl",
                            "1. Oktober 2025 bis 28. Februar 2026",
                            "Datum Wert Seit Ausgangswert Anmerkung",
                            "Eine Reflexion, kein Test: nicht validiert, keine Normen, nicht diagnostisch.",
                            "Seite 1 von");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
        }
    }

    @Test
    void itIsTaggedAndNamedAndItsChartsAreToldInWords() throws IOException {
        try (var pdf = printed(Reported.robin())) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Progress report: Robin Example");
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            var parts = Pdf.parts(pdf);
            assertThat(parts.stream().map(PDStructureElement::getStructureType))
                    .contains("H1", "H2", "Table", "TH", "Figure");
            assertThat(parts.stream()
                            .filter(part -> part.getStructureType().equals("Figure"))
                            .map(PDStructureElement::getAlternateDescription))
                    .satisfiesExactly(
                            logo -> assertThat(logo).isEqualTo("Willow Practice: a twig with seven leaves"),
                            chart -> assertThat(chart).contains("9 scores from 6 October 2025", "Lower is better."));
        }
    }

    @Test
    void itCarriesItsOwnFonts() throws IOException {
        try (var pdf = printed(Reported.german())) {
            var fonts = new ArrayList<PDFont>();
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void theSameReportIsTheSameBytes() {
        assertThat(bytes(Reported.robin())).isEqualTo(bytes(Reported.robin()));
    }

    @Test
    void whateverATextSaysItStaysTextAndNothingIsFetched() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var there = "http://127.0.0.1:" + server.getLocalPort();
            var evil = "<img src='" + there + "/a.png'/><link rel=\"stylesheet\" href=\"" + there
                    + "/b.css\"/><script>x()</script> <a href='" + there + "'>y</a> &amp; {page.client} \u0001\ud800";
            try (var pdf = printed(Reported.saying(evil))) {
                assertThat(words(pdf)).contains("<script>x()</script>", "&amp; {page.client}");
                for (var page : pdf.getPages()) {
                    assertThat(page.getAnnotations()).isEmpty();
                }
                assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("Names")))
                        .isFalse();
            }
            assertThat(Pdf.called(server)).isFalse();
        }
    }

    @Test
    void manyScalesAreManyPages() throws IOException {
        var one = Reported.robin();
        var many = new Report(
                one.sender(),
                one.client(),
                one.from(),
                one.to(),
                one.summary(),
                List.of(one.scales().get(0), one.scales().get(0), one.scales().get(0)),
                one.listings(),
                one.attributions(),
                one.madeAt(),
                one.locale(),
                one.zone());
        try (var pdf = printed(many)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(words(pdf)).contains("Page " + pdf.getNumberOfPages() + " of " + pdf.getNumberOfPages());
        }
    }

    private PDDocument printed(Report report) throws IOException {
        return Loader.loadPDF(bytes(report));
    }

    private byte[] bytes(Report report) {
        var out = new ByteArrayOutputStream();
        printing.pdf(report, out);
        return out.toByteArray();
    }

    private static String words(PDDocument pdf, int page) throws IOException {
        var reader = new PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf).replaceAll("\\s+", " ");
    }

    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
}

package dev.kith.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDeviceGraphicsDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.kith.chart.Letters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a page of XHTML as PDF: tagged as PDF/UA asks, with its own fonts in it, charts as lines and not as pixels. It loads nothing from anywhere,
 * whatever the page says: its logo is given with it. The same page and moment give the same bytes.
 */
final class Press {
    private static final String FAMILY = "Liberation Sans";
    private static final String CHART = "kith/chart";
    private static final String LOGO = "kith/logo";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final String UNKNOWN_LETTER = "□";

    private Press() {}

    /** @param source what the page was written from, with what is to be drawn on it */
    static void print(String page, ReportPage source, Instant madeAt, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Kith")
                .useReplacementText(UNKNOWN_LETTER)
                .useFont(() -> Letters.open("LiberationSans-Regular.ttf"), FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(() -> Letters.open("LiberationSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useObjectDrawerFactory(new Drawings(source))
                .useUriResolver((base, uri) -> null);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, kind) -> false, when);
        }
        builder.withW3cDocument(read(page), null);
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            var made = GregorianCalendar.from(ZonedDateTime.ofInstant(madeAt, ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(made);
            document.getDocumentInformation().setModificationDate(made);
            document.setDocumentId(madeAt.toEpochMilli());
            document.save(out);
        }
    }

    /** Strictly, without document types and entities: what is not well-formed is our own fault. */
    private static Document read(String page) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the page is not well-formed", e);
        }
    }

    /** Draws the logo and each chart where its object stands. */
    private record Drawings(ReportPage page) implements FSObjectDrawerFactory {
        @Override
        public FSObjectDrawer createDrawer(Element object) {
            var drawing = drawing(object);
            return (element, x, y, width, height, device, context, dotsPerPixel) -> {
                device.drawWithGraphics(
                        (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, drawing);
                return Map.of();
            };
        }

        private OutputDeviceGraphicsDrawer drawing(Element object) {
            if (object.getAttribute("type").equals(LOGO)) {
                return Objects.requireNonNull(page.logo())::paint;
            }
            return page.parts()
                    .get(Integer.parseInt(object.getAttribute("data-number")))
                    .drawing()::paint;
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return object.getAttribute("type").equals(CHART)
                    || object.getAttribute("type").equals(LOGO);
        }
    }
}

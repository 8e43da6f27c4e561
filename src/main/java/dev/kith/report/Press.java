package dev.kith.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
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
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a page of XHTML as PDF: tagged as PDF/UA asks, with its own fonts in it, charts as lines and not as pixels. It loads nothing from anywhere,
 * whatever the page says. The same page and moment give the same bytes.
 */
final class Press {
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final String UNKNOWN_LETTER = "□";

    private Press() {}

    static void print(String page, List<ReportPage.Part> parts, Instant madeAt, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Kith")
                .useReplacementText(UNKNOWN_LETTER)
                .useFont(() -> Letters.open("LiberationSans-Regular.ttf"), FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(() -> Letters.open("LiberationSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useObjectDrawerFactory(new Charts(parts))
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

    /** Draws each chart where its object stands. */
    private record Charts(List<ReportPage.Part> parts) implements FSObjectDrawerFactory {
        @Override
        public FSObjectDrawer createDrawer(Element object) {
            var drawing = parts.get(Integer.parseInt(object.getAttribute("data-number")))
                    .drawing();
            return (element, x, y, width, height, device, context, dotsPerPixel) -> {
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) width / dotsPerPixel,
                        (float) height / dotsPerPixel,
                        drawing::paint);
                return Map.of();
            };
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return object.getAttribute("type").equals("kith/chart");
        }
    }
}

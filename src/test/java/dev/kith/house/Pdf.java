package dev.kith.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says: its bytes are packed, so that no word of it is found in them. */
public final class Pdf {
    private Pdf() {}

    /** All of its text, in one line. */
    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide each picture is that stands on a page. */
    public static List<Integer> pictures(PDPage page) throws IOException {
        var widths = new ArrayList<Integer>();
        gather(page.getResources(), widths);
        return widths;
    }

    private static void gather(PDResources resources, List<Integer> widths) throws IOException {
        for (var name : resources.getXObjectNames()) {
            var part = resources.getXObject(name);
            if (part instanceof PDImageXObject picture) {
                widths.add(picture.getWidth());
            } else if (part instanceof PDFormXObject form) {
                gather(form.getResources(), widths);
            }
        }
    }

    /** The parts that it tells a screen reader of, each before those in it. */
    public static List<PDStructureElement> parts(PDDocument pdf) {
        var found = new ArrayList<PDStructureElement>();
        gather(pdf.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void gather(PDStructureNode node, List<PDStructureElement> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement part) {
                found.add(part);
                gather(part, found);
            }
        }
    }

    /** Whether somebody called there, as a page would that fetches something while it is printed. */
    public static boolean called(ServerSocket server) throws IOException {
        try (var call = server.accept()) {
            return call.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}

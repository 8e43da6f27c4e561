package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.Logos;
import dev.kith.house.Pdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a page asks for, were somebody to get markup into one: it is printed without. */
class PressTest {
    private static final String PAGE = """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Page</title><meta name="description" content="Page"/>
        <link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s.css"/>
        <style>@import url("%1$s/b.css"); @import url("%2$s.css"); @font-face { font-family: Far; src: url("%1$s/far.ttf"); }
        body { font-family: 'Liberation Sans'; background-image: url("%2$s"); } p { background-image: url("%1$s/c.png"); }
        li { list-style-image: url("%2$s"); } i::before { content: url("%2$s"); }</style></head>
        <body><p>Read me</p><img src="%1$s/d.png" alt="x"/><img src="%2$s" alt="x"/>
        <ul><li>one</li></ul><p style="font-family: Far">two<i>three</i></p></body></html>
        """;

    @TempDir
    Path here;

    @Test
    void nothingIsFetchedFromTheNetOrFromTheDisk() throws IOException {
        var file = Files.write(here.resolve("secret.png"), Logos.willow());
        Files.writeString(here.resolve("secret.png.css"), "p { display: none }");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            try (var pdf = printed(PAGE.formatted("http://127.0.0.1:" + server.getLocalPort(), file.toUri()))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("Read me");
                assertThat(pdf.getDocument().getObjectsByType(COSName.XOBJECT).stream()
                                .map(one -> (COSStream) one.getObject())
                                .map(one -> one.getCOSName(COSName.SUBTYPE)))
                        .doesNotContain(COSName.IMAGE);
            }
            assertThat(Pdf.called(server)).isFalse();
        }
    }

    @Test
    void aPageThatBringsItsOwnEntitiesIsNotPrinted() {
        var file = here.resolve("secret").toUri();
        assertThatThrownBy(() ->
                        printed("<!DOCTYPE html [<!ENTITY x SYSTEM \"" + file + "\">]><html><body>&x;</body></html>"))
                .isInstanceOf(IOException.class);
    }

    private static PDDocument printed(String page) throws IOException {
        var out = new ByteArrayOutputStream();
        Press.print(page, ReportPage.of(Reported.robin()), Reported.MADE, out);
        return Loader.loadPDF(out.toByteArray());
    }
}

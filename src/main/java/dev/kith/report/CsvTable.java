package dev.kith.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV after RFC 4180, in UTF-8, row by row: no more than a row is held. Text is told apart from numbers, so that no text becomes a
 * formula in a spreadsheet (OWASP, CSV injection) and no negative number is spoilt. Every cell is quoted, so that a program that takes semicolons for
 * separators finds no cells within text.
 */
public final class CsvTable implements Closeable {
    /** What spreadsheets read as the beginning of a formula, also in full width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter writer;

    public CsvTable(OutputStream out) {
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out, StandardCharsets.UTF_8);
    }

    /** One row: text is made harmless, numbers stand plain, everything else as it says itself; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvTable::cell).toList());
    }

    /** Ends the table and the stream. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number ? value.toString() : harmless(value.toString());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that any program reads, and no spreadsheet runs. */
class CsvTableTest {

    @Test
    void itIsWrittenAfterRfc4180InUtf8() throws IOException {
        assertThat(written("name", "says \"yes\", always", "two\nlines", "Zoë", null))
                .isEqualTo("\"name\",\"says \"\"yes\"\", always\",\"two\nlines\",\"Zoë\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"})
    void noTextBecomesAFormula(String text) throws IOException {
        assertThat(written(text)).isEqualTo("\"'" + text + "\"\r\n");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(written(new BigDecimal("-7.50"), -3, new BigDecimal("1E+3"), 0))
                .isEqualTo("\"-7.50\",\"-3\",\"1000\",\"0\"\r\n");
    }

    @Property(tries = 300)
    void whatWasWrittenIsReadBack(@ForAll @Size(min = 1, max = 6) List<String> cells) throws IOException {
        var clean = cells.stream()
                .map(cell -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
        var read = CsvReader.builder().ofCsvRecord(written(clean.toArray())).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
        assertThat(read).hasSameSizeAs(clean);
        for (var i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isIn(clean.get(i), "'" + clean.get(i));
            assertThat(read.get(i)).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
        }
    }

    @Test
    void rowsLeaveBeforeTheTableEnds() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvTable(out)) {
            for (var i = 0; i < 10_000; i++) {
                table.row("a client", i);
            }
            assertThat(out.size()).isGreaterThan(100_000);
        }
    }

    private static String written(@Nullable Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvTable(out)) {
            table.row(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

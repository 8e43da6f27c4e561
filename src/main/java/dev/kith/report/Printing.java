package dev.kith.report;

import dev.kith.chart.Chart;
import dev.kith.chart.Drawing;
import dev.kith.chart.LegalText;
import dev.kith.limits.Turn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Makes files of records, in turn: past a few at once, callers are told to come again. */
@ApplicationScoped
public class Printing {

    @Inject
    Turn turn;

    /** The pages. */
    @CheckedTemplate(basePath = "report")
    static class Pages {
        private Pages() {}

        static native TemplateInstance report(ReportPage page);
    }

    /**
     * A report as PDF.
     *
     * @throws dev.kith.problem.ProblemException 503 when too many are being made
     */
    public void pdf(Report report, OutputStream out) {
        turn.take(() -> {
            var page = ReportPage.of(report);
            try {
                Press.print(LegalText.of(Pages.report(page).render()), page, report.madeAt(), out);
                return out;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A chart as one svg element.
     *
     * @param width in pixels, {@link Drawing#NARROWEST} to {@link Drawing#WIDEST}
     */
    public String svg(Chart chart, int width) {
        return new Drawing(chart, width).svg(); // text alone: it waits for nobody
    }

    /**
     * A chart as pixels, so many a pixel of its width: 1 or 2.
     *
     * @throws dev.kith.problem.ProblemException 503 when too many are being made
     */
    public byte[] png(Chart chart, int width, int density) {
        return turn.take(() -> new Drawing(chart, width).png(density));
    }
}

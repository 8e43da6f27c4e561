package dev.kith.report;

import dev.kith.chart.Chart;
import dev.kith.chart.Drawing;
import dev.kith.chart.Figures;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as its template wants it: everything is text, and dates are in words. */
record ReportPage(
        ReportWords words,
        String language,
        Report.Sender sender,
        @Nullable Emblem logo,
        String client,
        String from,
        String to,
        String made,
        List<Report.Point> summary,
        List<Part> parts,
        List<Report.Listing> listings,
        List<String> attributions) {

    /** Pixels, at 96 to the inch: what the margins leave of A4, within a border. */
    static final int CHART_WIDTH = 640;

    /** More of one scale is no reading. */
    static final int MOST_ROWS = 60;

    private static final int NAME_AT_THE_FOOT = 40;
    private static final int FOOT = 22;
    private static final int HIGH_FOOT = 28;
    private static final int LINE_AT_THE_FOOT = 100;

    /** What stands at the foot of each page: of endless names the beginning, for the first page has all of them. */
    public String running() {
        return shortened(sender.name()) + " · " + shortened(client) + " · " + from + " " + words.until() + " " + to;
    }

    /** Millimetres that are left free for the foot. */
    public int footHeight() {
        var registration = sender.registration();
        return registration != null && registration.length() > LINE_AT_THE_FOOT ? HIGH_FOOT : FOOT;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_AT_THE_FOOT
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_AT_THE_FOOT - 1)) + "…";
    }

    /** One scale. The number finds its drawing. */
    record Part(
            int number,
            Drawing drawing,
            Chart chart,
            List<String> sentences,
            Figures figures,
            @Nullable String newest,
            String basis,
            @Nullable String citation) {

        public String alternative() {
            return drawing.title() + ". " + drawing.description();
        }

        public int height() {
            return drawing.height();
        }

        public String title() {
            return drawing.title();
        }
    }

    static ReportPage of(Report report) {
        var words = ReportWords.in(report.locale());
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
        var parts = new ArrayList<Part>();
        for (var scale : report.scales()) {
            var drawing = new Drawing(scale.chart(), CHART_WIDTH);
            var all = Figures.of(scale.chart());
            var rows = all.rows();
            var figures = all.newest(MOST_ROWS);
            parts.add(new Part(
                    parts.size(),
                    drawing,
                    scale.chart(),
                    scale.sentences(),
                    figures,
                    rows.size() > MOST_ROWS ? words.newest(MOST_ROWS, rows.size()) : null,
                    scale.basis(),
                    scale.citation()));
        }
        return new ReportPage(
                words,
                words.locale().toLanguageTag(),
                report.sender(),
                report.sender().logo() == null
                        ? null
                        : Emblem.of(report.sender().logo()),
                report.client(),
                dates.format(report.from()),
                dates.format(report.to()),
                dates.format(report.madeAt().atZone(report.zone())),
                report.summary(),
                parts,
                report.listings(),
                report.attributions());
    }
}

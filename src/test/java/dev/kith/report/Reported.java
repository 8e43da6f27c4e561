package dev.kith.report;

import dev.kith.chart.Drawn;
import dev.kith.house.Logos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Reports to print in tests, and to look at. */
final class Reported {
    static final Instant MADE = Instant.parse("2026-03-01T09:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 2, 28);
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    static final Report.Sender WILLOW = new Report.Sender(
            "Willow Practice",
            List.of("12 Orchard Lane", "3511 AB Utrecht", "+31 30 555 0100 · hello@willow.example · willow.example"),
            "Trade register 00000000 · Licence WP-0000 of the Example Board of Psychotherapists",
            new Report.Logo(Logos.willow(), "Willow Practice: a twig with seven leaves"));

    private Reported() {}

    /** Robin's report under another name. */
    static Report called(String client) {
        var robin = robin();
        return new Report(
                robin.sender(),
                client,
                robin.from(),
                robin.to(),
                robin.summary(),
                robin.scales(),
                robin.listings(),
                robin.attributions(),
                robin.madeAt(),
                robin.locale(),
                robin.zone());
    }

    /** The same report, by another. */
    static Report by(Report.Sender sender, Report report) {
        return new Report(
                sender,
                report.client(),
                report.from(),
                report.to(),
                report.summary(),
                report.scales(),
                report.listings(),
                report.attributions(),
                report.madeAt(),
                report.locale(),
                report.zone());
    }

    static Report robin() {
        return new Report(
                WILLOW,
                "Robin Example",
                FROM,
                TO,
                List.of(
                        new Report.Point(
                                "PHQ-9, Depression severity",
                                "From 18 on 3 November 2025 to 7 on 23 February 2026: 11 points lower, the good direction. That is more than the"
                                        + " usual ups and downs of this measure: a real change for the better."),
                        Report.Point.of("11 tasks were due; 9 were done."),
                        Report.Point.of("Scores show how questions were answered. They are no diagnosis.")),
                List.of(new Report.Scale(
                        Drawn.course(),
                        List.of("From 18 (moderately severe) to 7 (mild): 11 points lower."),
                        "A change of 6 points or more is reliable.",
                        "Kroenke K (2012). Enhancing the clinical utility of depression screening. CMAJ 184:281-282.")),
                List.of(
                        new Report.Listing(
                                "Exercises",
                                List.of(),
                                List.of("Exercise", "Times", "Distress before", "Distress after"),
                                List.of(List.of("Slow breathing", "21", "6.2", "3.9"))),
                        new Report.Listing(
                                "Goals",
                                List.of("Levels go from −2 to +2; 0 is what could fairly be hoped for."),
                                List.of(
                                        "Goal",
                                        "At the start",
                                        "As the client saw it last",
                                        "As the care team saw it last"),
                                List.of(List.of(
                                        "Ask for help before it is urgent",
                                        "−2: never asks",
                                        "0: asks once a week",
                                        "+1: asks twice a week")))),
                List.of(
                        "PHQ-9: developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues. No"
                                + " permission required to reproduce, translate, display or distribute."),
                MADE,
                Locale.UK,
                ZONE);
    }

    static Report german() {
        return new Report(
                Report.Sender.of("Praxis Weide"),
                "Änne Größl",
                FROM,
                TO,
                List.of(Report.Point.of("Die Werte sanken.")),
                List.of(new Report.Scale(
                        Drawn.german(), List.of(), "Zur Reliabilität dieser Skala wurde nichts veröffentlicht.", null)),
                List.of(),
                List.of(),
                MADE,
                Locale.GERMANY,
                ZONE);
    }

    /** Each text is this one. */
    static Report saying(String text) {
        return new Report(
                new Report.Sender(text, List.of(text), text, new Report.Logo(Logos.willow(), text)),
                text,
                FROM,
                TO,
                List.of(new Report.Point(text, text)),
                List.of(new Report.Scale(Drawn.titled(text), List.of(text), text, text)),
                List.of(new Report.Listing(text, List.of(text), List.of(text), List.of(List.of(text)))),
                List.of(text),
                MADE,
                Locale.UK,
                ZONE);
    }
}

package dev.kith.chart;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Charts to draw in tests, and to look at. */
public final class Drawn {
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    static final List<Chart.Band> PHQ_BANDS = List.of(
            band(0, 4, "Minimal"),
            band(5, 9, "Mild"),
            band(10, 14, "Moderate"),
            band(15, 19, "Moderately severe"),
            band(20, 27, "Severe"));
    private static final LocalDate START = LocalDate.of(2025, 11, 3);

    private Drawn() {}

    static Chart.Band band(int from, int to, String label) {
        return new Chart.Band(BigDecimal.valueOf(from), BigDecimal.valueOf(to), label);
    }

    static Instant day(int days) {
        return START.plusDays(days)
                .atTime(LocalTime.of(9, 30))
                .atZone(AMSTERDAM)
                .toInstant();
    }

    static Chart.Point point(int days, int value) {
        return Chart.Point.of(day(days), BigDecimal.valueOf(value));
    }

    /** PHQ-9 every second week, with as many values as are given. */
    static Chart phq(int... values) {
        var points = new ArrayList<Chart.Point>();
        for (var i = 0; i < values.length; i++) {
            points.add(point(14 * i, values[i]));
        }
        return phq(points, List.of(), Locale.UK);
    }

    static Chart phq(List<Chart.Point> points, List<Chart.Gap> gaps, Locale locale) {
        var first = points.stream().filter(Chart.Point::comparable).findFirst();
        return new Chart(
                "Patient Health Questionnaire (PHQ-9)",
                "Depression, total score",
                BigDecimal.ZERO,
                BigDecimal.valueOf(27),
                null,
                Direction.HIGHER_IS_WORSE,
                points,
                gaps,
                PHQ_BANDS,
                first.map(point -> new Chart.Baseline(point.at(), point.value(), BigDecimal.valueOf(6), null))
                        .orElse(null),
                null,
                locale,
                AMSTERDAM);
    }

    /** A course as it is in life: a break of version, a missed measure, one that does not count. */
    public static Chart course() {
        return phq(
                List.of(
                        new Chart.Point(day(-28), BigDecimal.valueOf(20), false, false),
                        new Chart.Point(day(-14), BigDecimal.valueOf(19), false, false),
                        new Chart.Point(day(0), BigDecimal.valueOf(18), true, true),
                        point(14, 19),
                        point(28, 16),
                        point(56, 13),
                        point(70, 14),
                        point(98, 9),
                        point(112, 7)),
                List.of(
                        new Chart.Gap(day(42), Chart.Gap.Kind.MISSED),
                        new Chart.Gap(day(84), Chart.Gap.Kind.NOT_COUNTED)),
                Locale.UK);
    }

    /** Each of its texts is this one. */
    public static Chart titled(String text) {
        return new Chart(
                text,
                text,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                text,
                Direction.HIGHER_IS_BETTER,
                List.of(point(0, 3), point(7, 5)),
                List.of(),
                List.of(band(0, 4, text), band(5, 10, text)),
                new Chart.Baseline(day(0), BigDecimal.valueOf(3), null, text),
                text,
                Locale.UK,
                AMSTERDAM);
    }

    public static Chart german() {
        return new Chart(
                "Kith-Reflexion zur Eigenständigkeit (KSR-20)",
                "Allein zurechtkommen",
                BigDecimal.ONE,
                BigDecimal.valueOf(5),
                "Punkte",
                Direction.HIGHER_IS_WORSE,
                List.of(
                        Chart.Point.of(day(0), new BigDecimal("4.25")),
                        Chart.Point.of(day(28), new BigDecimal("3.75")),
                        Chart.Point.of(day(57), new BigDecimal("3.5"))),
                List.of(),
                List.of(),
                new Chart.Baseline(
                        day(0),
                        new BigDecimal("4.25"),
                        null,
                        "für diese Skala wurde keine Reliabilität veröffentlicht"),
                "Eine Reflexion, kein Test: nicht validiert, keine Normen, nicht diagnostisch.",
                Locale.GERMANY,
                AMSTERDAM);
    }

    /** Higher is better, and many points: daily well-being. */
    static Chart many(int count) {
        var points = new ArrayList<Chart.Point>();
        for (var i = 0; i < count; i++) {
            points.add(point(7 * i, (int) Math.round(36 + 0.5 * i + 14 * Math.sin(i / 4.0) + (i * 7 % 5) * 2) / 4 * 4));
        }
        return new Chart(
                "WHO-5 Well-Being Index",
                "Percentage score",
                BigDecimal.ZERO,
                BigDecimal.valueOf(100),
                null,
                Direction.HIGHER_IS_BETTER,
                points,
                List.of(),
                List.of(
                        band(0, 28, "Low mood, likely depression"),
                        band(32, 48, "Poor well-being"),
                        band(52, 100, "Well-being")),
                new Chart.Baseline(points.get(0).at(), points.get(0).value(), BigDecimal.TEN, null),
                null,
                Locale.US,
                AMSTERDAM);
    }

    /** By name, to be looked at. */
    static Map<String, Chart> gallery() {
        var gallery = new TreeMap<String, Chart>();
        gallery.put("course", course());
        gallery.put("one", phq(17));
        gallery.put("two", phq(17, 10));
        gallery.put("none", phq());
        gallery.put("flat", phq(12, 12, 12, 12, 12));
        gallery.put("limits", phq(27, 0, 27, 27, 0));
        gallery.put("german", german());
        gallery.put("many", many(60));
        return gallery;
    }
}

package dev.kith.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is drawn is what was measured, and nothing else. */
class DrawingTest {
    private static final String EVIL =
            "</title></text><script>alert(1)</script>\" onload=\"x()\" ' & ]]> \u0000\u000b\ud800 {x}";

    @Test
    void aPictureSaysInWordsWhatItShows() {
        var svg = Svg.of(new Drawing(Drawn.course(), 900).svg());
        assertThat(svg.root().getAttribute("role")).isEqualTo("img");
        assertThat(svg.labelledBy())
                .containsExactly(
                        "Patient Health Questionnaire (PHQ-9), Depression, total score",
                        "9 scores from 6 October 2025 to 23 February 2026. Latest 7 (Mild). Baseline 18 (Moderately severe) on 3 November"
                                + " 2025. A change of 6 or more is reliable. Scores that were scored in another way are drawn apart. 2 measures"
                                + " are missing. Lower is better.");
        assertThat(svg.texts())
                .contains(
                        "Patient Health Questionnaire (PHQ-9)",
                        "Depression, total score · 0 to 27 · lower is better",
                        "Reliably better: 12 or less",
                        "Reliably worse: 24 or more",
                        "Moderately severe",
                        "15–19",
                        "Missed",
                        "No reliable change: less than 6 from the baseline of 18");
    }

    @Test
    void idsAreThereOnceAlsoWhereTwoPicturesStandInOnePage() {
        var ids = new ArrayList<String>();
        ids.addAll(Svg.of(new Drawing(Drawn.course(), 900).svg()).ids());
        ids.addAll(Svg.of(new Drawing(Drawn.german(), 900).svg()).ids());
        ids.addAll(Svg.of(new Drawing(Drawn.course(), 360).svg()).ids());
        assertThat(ids).hasSize(6).doesNotHaveDuplicates().allMatch(id -> id.matches("k[0-9a-f]{12}-(title|desc)"));
    }

    @Test
    void thatIsDrawnTheSameTwice() {
        assertThat(new Drawing(Drawn.course(), 500).svg()).isEqualTo(new Drawing(Drawn.course(), 500).svg());
        assertThat(new Drawing(Drawn.course(), 500).png(1)).isEqualTo(new Drawing(Drawn.course(), 500).png(1));
    }

    @Test
    void whateverATextSaysItStaysText() {
        var chart = Drawn.titled(EVIL);
        for (var width : new int[] {360, 900}) {
            var svg = Svg.of(new Drawing(chart, width).svg());
            assertThat(svg.elements())
                    .isSubsetOf(Set.of("svg", "title", "desc", "style", "rect", "polyline", "path", "text"));
            assertThat(svg.attributes()).noneMatch(name -> name.startsWith("on") || name.contains("href"));
            assertThat(svg.labelledBy().get(0))
                    .contains("<script>alert(1)</script>")
                    .contains("\ufffd");
            assertThat(new Drawing(chart, width).png(1)).isNotEmpty();
        }
    }

    @Test
    void noLineGoesAcrossAGapOrToWhatDoesNotCompare() {
        // 18, 19, 16 | missed | 13, 14 | not counted | 9, 7; the two before the break stand alone
        assertThat(Svg.of(new Drawing(Drawn.course(), 900).svg()).scoreLines()).containsExactly(3, 2, 2);
        assertThat(Svg.of(new Drawing(Drawn.phq(12, 11, 10), 900).svg()).scoreLines())
                .containsExactly(3);
        assertThat(Svg.of(new Drawing(Drawn.phq(12), 900).svg()).scoreLines()).isEmpty();
    }

    @Test
    void whatWasSkippedPartsTheLineAndHasAMarkOfItsOwn() {
        var points = List.of(Drawn.point(0, 12), Drawn.point(7, 11), Drawn.point(21, 10), Drawn.point(28, 9));
        var gaps = List.of(new Chart.Gap(Drawn.day(14), Chart.Gap.Kind.SKIPPED));
        var svg = Svg.of(new Drawing(Drawn.phq(points, gaps, Locale.UK), 900).svg());
        assertThat(svg.scoreLines()).containsExactly(2, 2);
        assertThat(svg.texts()).contains("Skipped").doesNotContain("Missed");
        assertThat(svg.all().stream().map(element -> element.getTextContent())).contains("17 November 2025: skipped");
        assertThat(svg.labelledBy().get(1)).contains("One measure is missing.");
    }

    @Test
    void whomItIsAboutReadsNoBandAndNothingOfWhatIsMissing() {
        var chart = Drawn.course().forTheClient();
        for (var width : new int[] {360, 900}) {
            var svg = Svg.of(new Drawing(chart, width).svg());
            assertThat(svg.scoreLines()).containsExactly(3, 2, 2);
            assertThat(svg.labelledBy().get(1))
                    .isEqualTo(
                            "9 scores from 6 October 2025 to 23 February 2026. Latest 7. Baseline 18 on 3 November 2025. A change of 6 or more"
                                    + " is reliable. Scores that were scored in another way are drawn apart. Lower is better.");
            assertThat(svg.all().stream()
                            .map(element -> element.getTextContent().toLowerCase(Locale.ROOT)))
                    .noneMatch(text -> text.contains("severe")
                            || text.contains("mild")
                            || text.contains("missed")
                            || text.contains("missing")
                            || text.contains("too little"));
        }
    }

    @Test
    void aScaleThatCanBeOneValueOnlyIsDrawnAllTheSame() {
        var chart = new Chart(
                "Own",
                "Tenth",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                Direction.HIGHER_IS_WORSE,
                List.of(Drawn.point(0, 0), Drawn.point(7, 0)),
                List.of(),
                List.of(),
                null,
                null,
                Locale.UK,
                Drawn.AMSTERDAM);
        var drawing = new Drawing(chart, 500);
        assertThat(drawing.svg()).doesNotContain("NaN", "Infinity");
        assertThat(Svg.of(drawing.svg()).scoreLines()).containsExactly(2);
        assertThat(drawing.png(1)).isNotEmpty();
    }

    @Test
    void aBreakBetweenComparableScoresParts() {
        var points = List.of(
                Drawn.point(0, 12),
                Drawn.point(7, 11),
                new Chart.Point(Drawn.day(14), BigDecimal.TEN, true, true),
                Drawn.point(21, 9));
        var svg = new Drawing(Drawn.phq(points, List.of(), Locale.UK), 900).svg();
        assertThat(Svg.of(svg).scoreLines()).containsExactly(2, 2);
    }

    @Test
    void theAxisShowsTheWholeScale() {
        var texts = Svg.of(new Drawing(Drawn.phq(12, 13), 900).svg()).texts();
        assertThat(texts).contains("0", "27");
    }

    @Test
    void whereNothingWasPublishedNothingIsDrawnAndTheReasonIsSaid() {
        var svg = Svg.of(new Drawing(Drawn.german(), 900).svg());
        assertThat(svg.texts())
                .contains(
                        "Ob eine Veränderung verlässlich ist, lässt sich nicht sagen: für diese Skala wurde keine Reliabilität"
                                + " veröffentlicht",
                        "Eine Reflexion, kein Test: nicht validiert, keine Normen, nicht diagnostisch.")
                .noneMatch(text -> text.startsWith("Verlässlich"));
        assertThat(svg.hatched()).isFalse();
        assertThat(Svg.of(new Drawing(Drawn.course(), 900).svg()).hatched()).isTrue();
    }

    @Test
    void datesAndNumbersAreTheReaders() {
        assertThat(Svg.of(new Drawing(Drawn.german(), 900).svg()).texts())
                .contains("10.11.", "4,25", "Allein zurechtkommen · 1 bis 5 Punkte · niedriger ist besser");
        assertThat(Svg.of(new Drawing(Drawn.phq(List.of(Drawn.point(0, 9)), List.of(), Locale.US), 900).svg())
                        .texts())
                .contains("Nov 3");
        // no words in French, so nothing is in French
        var french = Svg.of(new Drawing(Drawn.phq(List.of(Drawn.point(0, 9)), List.of(), Locale.FRANCE), 900).svg());
        assertThat(french.texts()).contains("3 Nov", "Score");
        assertThat(french.root().getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void nothingMeasuredIsSaidSo() {
        assertThat(Svg.of(new Drawing(Drawn.phq(), 360).svg()).texts()).contains("Nothing measured yet");
    }

    @Test
    void aCorridorPastTheScaleHasNoBorderThere() {
        assertThat(Svg.of(new Drawing(Drawn.phq(24, 20), 900).svg()).texts())
                .contains("Reliably better: 18 or less")
                .noneMatch(text -> text.startsWith("Reliably worse"));
    }

    @Test
    void whatIsOffTheScaleOrOutOfOrderIsRefused() {
        assertThatThrownBy(() -> Drawn.phq(28)).hasMessage("28 is off the scale");
        assertThatThrownBy(() -> Drawn.phq(List.of(Drawn.point(1, 2), Drawn.point(0, 2)), List.of(), Locale.UK))
                .hasMessage("points go in the order of time");
        assertThatThrownBy(() -> new Drawing(Drawn.phq(1), 100)).isInstanceOf(IllegalArgumentException.class);
        var day = Drawn.day(0);
        var many = new ArrayList<Chart.Point>();
        for (var i = 0; i <= Chart.MOST_POINTS; i++) {
            many.add(Chart.Point.of(day.plus(Duration.ofHours(i)), BigDecimal.ONE));
        }
        assertThatThrownBy(() -> Drawn.phq(many, List.of(), Locale.UK)).hasMessageStartingWith("more than");
    }

    @Property(tries = 150)
    void anyChartIsWellFormedAndStaysOnItsPaper(@ForAll("charts") Chart chart, @ForAll("widths") int width) {
        var drawing = new Drawing(chart, width);
        var svg = Svg.of(drawing.svg());
        assertThat(svg.ids()).doesNotHaveDuplicates();
        assertThat(drawing.svg()).doesNotContain("NaN", "Infinity");
        for (var text : svg.placed()) {
            assertThat(text.x()).as(text.text()).isGreaterThanOrEqualTo(-9);
            assertThat(text.x() + text.width()).as(text.text()).isLessThanOrEqualTo(width + 9);
            assertThat(text.y()).as(text.text()).isBetween(0.0, (double) drawing.height());
        }
        assertThat(new HashSet<>(svg.texts()))
                .contains(drawing.title().isEmpty() ? "" : svg.texts().get(0));
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.integers().between(Drawing.NARROWEST, 1200);
    }

    @Provide
    Arbitrary<Chart> charts() {
        var values = Arbitraries.integers().between(0, 27).array(int[].class).ofMaxSize(40);
        var days = Arbitraries.integers().between(0, 400).list().ofMaxSize(5);
        var locales = Arbitraries.of(Locale.UK, Locale.GERMANY, Locale.US, new Locale("es", "MX"));
        return Combinators.combine(values, days, locales, Arbitraries.integers().between(1, 200))
                .as((scores, missed, locale, step) -> {
                    var points = new ArrayList<Chart.Point>();
                    for (var i = 0; i < scores.length; i++) {
                        points.add(new Chart.Point(
                                Drawn.day(i * step),
                                BigDecimal.valueOf(scores[i]),
                                scores[i] % 7 != 3,
                                scores[i] % 5 == 4));
                    }
                    var gaps = missed.stream()
                            .map(day -> new Chart.Gap(
                                    Drawn.day(day), Chart.Gap.Kind.values()[day % Chart.Gap.Kind.values().length]))
                            .toList();
                    return Drawn.phq(points, gaps, locale);
                });
    }
}

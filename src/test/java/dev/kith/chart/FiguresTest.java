package dev.kith.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The table says what the picture shows, and words fit where they are put. */
class FiguresTest {

    @Test
    void theTableTellsEachScoreAndEachGapInTheOrderOfTime() {
        var figures = Figures.of(Drawn.course());
        assertThat(figures.columns()).containsExactly("Date", "Score", "Range", "Since baseline", "Note");
        assertThat(figures.rows().stream().map(FiguresTest::line))
                .containsExactly(
                        "6 October 2025|20|Severe||Scored in another way",
                        "20 October 2025|19|Moderately severe||Scored in another way",
                        "3 November 2025|18|Moderately severe||Baseline",
                        "17 November 2025|19|Moderately severe|+1|No reliable change",
                        "1 December 2025|16|Moderately severe|−2|No reliable change",
                        "15 December 2025|–|||Missed",
                        "29 December 2025|13|Moderate|−5|No reliable change",
                        "12 January 2026|14|Moderate|−4|No reliable change",
                        "26 January 2026|–|||Too little answered to count",
                        "9 February 2026|9|Mild|−9|Reliably better",
                        "23 February 2026|7|Mild|−11|Reliably better");
    }

    @Test
    void whomItIsAboutIsToldScoresAlone() {
        var figures = Figures.of(Drawn.course().forTheClient());
        assertThat(figures.banded()).isFalse();
        assertThat(Figures.of(Drawn.course()).banded()).isTrue();
        assertThat(figures.rows()).hasSize(9);
        assertThat(figures.rows().stream().map(FiguresTest::line))
                .startsWith("6 October 2025|20|||Scored in another way")
                .endsWith("23 February 2026|7||−11|Reliably better");
    }

    @Test
    void whatWasSkippedIsSaidSo() {
        var gaps = List.of(new Chart.Gap(Drawn.day(14), Chart.Gap.Kind.SKIPPED));
        var figures = Figures.of(Drawn.phq(List.of(Drawn.point(0, 9)), gaps, Locale.GERMANY));
        assertThat(line(figures.rows().get(1))).isEqualTo("17. November 2025|–|||Ausgelassen");
        assertThat(figures.rows().get(1).number()).isNull();
        assertThat(figures.rows().get(0).number()).isEqualByComparingTo("9");
    }

    @Test
    void exactlyTheThresholdIsReliableEitherWay() {
        assertThat(Figures.of(Drawn.phq(12, 6, 7, 18, 17)).rows().stream().map(Figures.Row::note))
                .containsExactly(
                        "Baseline", "Reliably better", "No reliable change", "Reliably worse", "No reliable change");
        assertThat(Figures.of(Drawn.many(2)).rows().get(0).note()).isEqualTo("Baseline");
    }

    @Test
    void withoutAThresholdNothingIsJudged() {
        assertThat(Figures.of(Drawn.german()).rows().stream().map(FiguresTest::line))
                .containsExactly(
                        "3. November 2025|4,25|||Ausgangswert",
                        "1. Dezember 2025|3,75||−0,5|",
                        "30. Dezember 2025|3,5||−0,75|");
    }

    @Test
    void everyLanguageSaysAllOfIt() {
        var bundle = "chart/words";
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle(bundle, Locale.ROOT, control).keySet();
        for (var language : List.of("de", "es")) {
            var words = ResourceBundle.getBundle(bundle, new Locale(language), control);
            assertThat(words.getLocale().getLanguage()).isEqualTo(language);
            assertThat(words.keySet()).isEqualTo(english);
            var own = english.stream().filter(key -> !words.getString(key).equals(englishOf(bundle, key)));
            assertThat(own.count()).isGreaterThan(english.size() * 3L / 4);
        }
    }

    private static String englishOf(String bundle, String key) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(bundle, Locale.ROOT, control).getString(key);
    }

    @Property(tries = 300)
    void linesAreNoWiderThanTheirRoom(
            @ForAll @StringLength(max = 200) String text, @ForAll @IntRange(min = 40, max = 600) int width) {
        var lines = Lines.wrap(text, width, 12, false, 3);
        assertThat(lines).hasSizeBetween(1, 3);
        assertThat(lines).allMatch(line -> Letters.width(line, 12, false) <= width);
    }

    @Test
    void whatFitsIsNotCut() {
        assertThat(Lines.wrap("one two three", 1000, 12, false, 2)).containsExactly("one two three");
        assertThat(String.join(" ", Lines.wrap("one two three four", 60, 12, false, 9)))
                .isEqualTo("one two three four");
        assertThat(Lines.wrap("one two three four", 60, 12, false, 1)).allMatch(line -> line.endsWith("…"));
    }

    private static String line(Figures.Row row) {
        return String.join("|", row.date(), row.value(), row.band(), row.change(), row.note());
    }
}

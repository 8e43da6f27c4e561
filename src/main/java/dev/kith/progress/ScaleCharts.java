package dev.kith.progress;

import dev.kith.change.ReliableChange;
import dev.kith.change.Stretches;
import dev.kith.chart.Chart;
import dev.kith.client.ClientRecord;
import dev.kith.definition.ScaleDefinition;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.scoring.ScaleScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Turns scores of one scale into what is drawn. Where there are more than a chart takes, the newest, and the one that change is counted from, as everywhere in
 * progress.
 */
@ApplicationScoped
class ScaleCharts {
    static final int MOST_GAPS = 200;
    private static final int MOST_ROWS = Chart.MOST_POINTS - MOST_GAPS;

    @Inject
    QuestionnaireCatalogue questionnaires;

    /**
     * One chart.
     *
     * @param rows by one author on versions of one questionnaire, in the order of time
     * @param current the version that all are set beside
     * @param missed when it was due and nobody answered, at most {@link #MOST_GAPS}
     * @param toClient without what values are called, and without a word of what is missing
     * @param locale how the chart speaks; what the questionnaire says comes in the nearest language that it has
     */
    Chart of(
            ClientRecord client,
            String scaleCode,
            List<ScoreLine> rows,
            Published current,
            List<Chart.Gap> missed,
            boolean toClient,
            Locale locale) {
        var asked = locale.toLanguageTag();
        var language = current.languageFor(asked);
        var scale = current.definition().scale(scaleCode);
        var range = current.model().range(scaleCode);
        var newest = newest(rows);
        var all = points(rows);
        var points = newest(all, newest);
        var gaps = gaps(newest, missed);
        var first = all.stream().filter(Chart.Point::comparable).findFirst().orElse(null);
        if (first != null && !points.contains(first)) {
            points.add(0, first);
            gaps.add(new Chart.Gap(
                    first.at().plusMillis(1), Chart.Gap.Kind.UNTOLD)); // no line leads over what is left out
        }
        var chart = new Chart(
                current.title(asked),
                scale.title().in(language),
                points.stream().map(Chart.Point::value).reduce(range.min(), BigDecimal::min),
                points.stream().map(Chart.Point::value).reduce(range.max(), BigDecimal::max),
                null,
                scale.direction(),
                points,
                gaps,
                bands(scale, client, language),
                first == null ? null : baseline(first, current, scaleCode, locale),
                current.label(asked),
                locale,
                client.timeZone());
        return toClient ? chart.forTheClient() : chart;
    }

    /** All, or what leaves room for the first point and the gap behind it. */
    private static List<ScoreLine> newest(List<ScoreLine> rows) {
        return rows.size() <= MOST_ROWS ? rows : rows.subList(rows.size() - MOST_ROWS + 2, rows.size());
    }

    /** Those of the newest rows. */
    private static List<Chart.Point> newest(List<Chart.Point> all, List<ScoreLine> newest) {
        var counted = (int) newest.stream().filter(row -> row.value() != null).count();
        return new ArrayList<>(all.subList(all.size() - counted, all.size()));
    }

    /** Comparable is the newest stretch, as everywhere in progress: what lies before a break is not, even on a version of the same meaning. */
    private List<Chart.Point> points(List<ScoreLine> rows) {
        var counted = rows.stream().filter(row -> row.value() != null).toList();
        var stretches = Stretches.of(counted, (one, next) -> version(next).comparesWith(version(one)));
        var points = new ArrayList<Chart.Point>();
        for (var i = 0; i < stretches.size(); i++) {
            var newest = i == stretches.size() - 1;
            var afterBreak = i > 0;
            for (var row : stretches.get(i)) {
                points.add(new Chart.Point(row.at(), Objects.requireNonNull(row.value()), newest, afterBreak));
                afterBreak = false;
            }
        }
        return points;
    }

    private Published version(ScoreLine row) {
        return questionnaires.require(row.measure().owner(), row.measure().questionnaire(), row.version());
    }

    private static ArrayList<Chart.Gap> gaps(List<ScoreLine> rows, List<Chart.Gap> missed) {
        var gaps = new ArrayList<>(missed);
        rows.stream().filter(row -> row.value() == null).forEach(row -> gaps.add(new Chart.Gap(row.at(), kind(row))));
        return gaps;
    }

    /** Who had nothing to take a part of answered all of it: nothing is missing there, and nothing lies between two such weeks. */
    private static Chart.Gap.Kind kind(ScoreLine row) {
        return ScaleScore.Reason.SHARE_OF_NOTHING.name().equals(row.reason())
                ? Chart.Gap.Kind.UNTOLD
                : Chart.Gap.Kind.NOT_COUNTED;
    }

    /** Those that are for everybody, or for the sex that the client's scores go by. */
    private static List<Chart.Band> bands(ScaleDefinition scale, ClientRecord client, String language) {
        return scale.bands().stream()
                .filter(band -> band.sex() == null
                        || band.sex().name().toLowerCase(Locale.ROOT).equals(client.sexForScoring()))
                .sorted(Comparator.comparing(ScaleDefinition.BandDefinition::from))
                .map(band -> new Chart.Band(band.from(), band.to(), band.label().in(language)))
                .toList();
    }

    /** The first of the newest stretch, as progress has it. */
    private static Chart.Baseline baseline(Chart.Point first, Published current, String scale, Locale locale) {
        var model = Objects.requireNonNull(current.changeModels().get(scale));
        var basis = ReliableChange.between(model, first.value(), first.value()).basis();
        return basis == null
                ? Chart.Baseline.unpublished(first.at(), first.value(), locale)
                : new Chart.Baseline(first.at(), first.value(), basis.threshold(), null);
    }
}

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
import org.jspecify.annotations.Nullable;

/** Turns scores of one scale into what is drawn. The newest points, where there are more than a chart takes. */
@ApplicationScoped
class ScaleCharts {
    static final int MOST_GAPS = 200;

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
        var newest = rows.subList(Math.max(0, rows.size() - Chart.MOST_POINTS + MOST_GAPS), rows.size());
        var points = points(newest);
        var chart = new Chart(
                current.title(asked),
                scale.title().in(language),
                points.stream().map(Chart.Point::value).reduce(range.min(), BigDecimal::min),
                points.stream().map(Chart.Point::value).reduce(range.max(), BigDecimal::max),
                null,
                scale.direction(),
                points,
                gaps(newest, missed),
                bands(scale, client, language),
                baseline(points, current, scaleCode, locale),
                current.label(asked),
                locale,
                client.timeZone());
        return toClient ? chart.forTheClient() : chart;
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

    private static List<Chart.Gap> gaps(List<ScoreLine> rows, List<Chart.Gap> missed) {
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
    private static Chart.@Nullable Baseline baseline(
            List<Chart.Point> points, Published current, String scale, Locale locale) {
        var first = points.stream().filter(Chart.Point::comparable).findFirst().orElse(null);
        if (first == null) {
            return null;
        }
        var model = Objects.requireNonNull(current.changeModels().get(scale));
        var basis = ReliableChange.between(model, first.value(), first.value()).basis();
        return basis == null
                ? Chart.Baseline.unpublished(first.at(), first.value(), locale)
                : new Chart.Baseline(first.at(), first.value(), basis.threshold(), null);
    }
}

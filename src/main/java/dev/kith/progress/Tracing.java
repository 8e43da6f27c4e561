package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.change.ReliableChange;
import dev.kith.chart.Chart;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.definition.ScaleDefinition;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Traces one scale of a client over time, for whoever draws it: access, two queries, then plain arithmetic. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Tracing {
    private static final int MOST_GAPS = 200;

    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    MissedMeasures missed;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Audit audit;

    /**
     * What is to be traced.
     *
     * @param author client, clinician or informant: never mixed
     * @param from given at or after
     * @param to given before
     */
    public record Wanted(UUID client, String questionnaire, String scale, String author, Instant from, Instant to) {}

    /**
     * One scale as the caller may see it. The newest points, where there are more than a chart takes.
     *
     * @param language an Accept-Language value
     * @throws ProblemException 404 when the client is not theirs to see, or there is no such questionnaire or scale
     */
    public Chart chart(Caller caller, Wanted wanted, @Nullable String language) throws SQLException {
        var client = clients.requireCaredForBy(caller, wanted.client());
        if (!caller.isClient()) {
            audit.read(caller, "progress.read", "client", wanted.client(), wanted.client());
        }
        var rows = newest(scores.of(List.of(wanted.client()), wanted.from(), wanted.to()).stream()
                .filter(row -> isOf(row.measure(), wanted))
                .toList());
        var current = current(wanted, rows);
        return drawn(
                client,
                wanted,
                rows.stream()
                        .filter(row -> row.measure().owner().equals(current.owner()))
                        .toList(),
                current,
                language);
    }

    private static boolean isOf(Measure measure, Wanted wanted) {
        return measure.questionnaire().equals(wanted.questionnaire())
                && measure.scale().equals(wanted.scale())
                && measure.author().equals(wanted.author());
    }

    private static List<ScoreLine> newest(List<ScoreLine> rows) {
        return rows.subList(Math.max(0, rows.size() - Chart.MOST_POINTS + MOST_GAPS), rows.size());
    }

    /** The version of the latest score; while there is none, the one that is given now. */
    private Published current(Wanted wanted, List<ScoreLine> rows) {
        var current = rows.isEmpty()
                ? questionnaires.findCurrent(wanted.questionnaire()).orElseThrow(ProblemException::notFound)
                : version(rows.get(rows.size() - 1));
        if (current.definition().scales().stream()
                .noneMatch(scale -> scale.code().equals(wanted.scale()))) {
            throw ProblemException.notFound();
        }
        return current;
    }

    private Published version(ScoreLine row) {
        return questionnaires.require(row.measure().owner(), row.measure().questionnaire(), row.version());
    }

    private Chart drawn(
            ClientRecord client, Wanted wanted, List<ScoreLine> rows, Published current, @Nullable String asked)
            throws SQLException {
        var language = current.languageFor(asked);
        var locale = ReadersLocale.of(language, asked);
        var scale = current.definition().scale(wanted.scale());
        var range = current.model().range(wanted.scale());
        var points = points(rows, current);
        return new Chart(
                current.title(asked),
                scale.title().in(language),
                points.stream().map(Chart.Point::value).reduce(range.min(), BigDecimal::min),
                points.stream().map(Chart.Point::value).reduce(range.max(), BigDecimal::max),
                null,
                scale.direction(),
                points,
                gaps(wanted, rows, current),
                bands(scale, client, language),
                baseline(points, current, wanted.scale(), locale),
                current.label(asked),
                locale,
                client.timeZone());
    }

    private List<Chart.Point> points(List<ScoreLine> rows, Published current) {
        var points = new ArrayList<Chart.Point>();
        Published before = null;
        for (var row : rows) {
            var version = version(row);
            if (row.value() != null) {
                var afterBreak = before != null && !version.comparesWith(before);
                points.add(new Chart.Point(row.at(), row.value(), version.comparesWith(current), afterBreak));
                before = version;
            }
        }
        return points;
    }

    private List<Chart.Gap> gaps(Wanted wanted, List<ScoreLine> rows, Published current) throws SQLException {
        var gaps = new ArrayList<Chart.Gap>();
        if (wanted.author().equals("client")) {
            missed.of(wanted.client(), current.owner(), wanted.questionnaire(), wanted.from(), wanted.to(), MOST_GAPS)
                    .forEach(due -> gaps.add(new Chart.Gap(due, Chart.Gap.Kind.MISSED)));
        }
        rows.stream()
                .filter(row -> row.value() == null)
                .forEach(row -> gaps.add(new Chart.Gap(row.at(), Chart.Gap.Kind.NOT_COUNTED)));
        return gaps;
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

    /** The first that compares with the latest, as progress has it. */
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

package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.chart.Chart;
import dev.kith.client.ClientDirectory;
import dev.kith.json.DayOrInstant;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.HiddenScores;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import dev.kith.signal.ScoreSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Traces one scale of a client over time, for whoever draws it: access, two queries, then plain arithmetic. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Tracing {
    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    MissedMeasures missed;

    @Inject
    HiddenScores hidden;

    @Inject
    ScaleCharts charts;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Audit audit;

    /**
     * What is to be traced.
     *
     * @param author client, clinician or informant: never mixed
     * @param from given at or after; null: from the first on
     * @param to given before; null: to the last
     */
    public record Wanted(
            UUID client,
            String questionnaire,
            String scale,
            String author,
            @Nullable DayOrInstant from,
            @Nullable DayOrInstant to) {}

    /**
     * One scale as the caller may see it: a client without bands and without a word of what is missing. Days are those of the client's
     * zone. The newest points, where there are more than a chart takes.
     *
     * @param acceptLanguage as the header has it
     * @throws ProblemException 404 when the client is not theirs to see, or the scale is not, or there is no such questionnaire or scale
     */
    public Chart chart(Caller caller, Wanted wanted, @Nullable String acceptLanguage) throws SQLException {
        var client = clients.requireCaredForBy(caller, wanted.client());
        if (caller.isClient()) {
            if (hidden.of(wanted.client()).questionnaires().contains(wanted.questionnaire())) {
                throw ProblemException.notFound();
            }
        } else {
            audit.read(caller, "progress.read", "client", wanted.client(), wanted.client());
        }
        var asked = new Asked(wanted.from(), wanted.to(), Asked.FIRST).in(client.timeZone());
        var rows = scores.of(List.of(wanted.client()), asked.since(), asked.until()).stream()
                .filter(row -> isOf(row.measure(), wanted))
                .toList();
        var current = current(wanted, rows);
        var language = current.languageFor(acceptLanguage);
        return charts.of(
                client,
                wanted.scale(),
                ScoreSeries.of(rows, questionnaires).stream()
                        .filter(series -> series.measure().owner().equals(current.owner()))
                        .flatMap(series -> series.lines().stream())
                        .toList(),
                current,
                gaps(wanted, asked, current),
                caller.isClient(),
                ReadersLocale.of(language, acceptLanguage));
    }

    private static boolean isOf(Measure measure, Wanted wanted) {
        return measure.questionnaire().equals(wanted.questionnaire())
                && measure.scale().equals(wanted.scale())
                && measure.author().equals(wanted.author());
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

    private List<Chart.Gap> gaps(Wanted wanted, Asked.In asked, Published current) throws SQLException {
        return wanted.author().equals("client")
                ? missed.of(
                        wanted.client(),
                        current.owner(),
                        wanted.questionnaire(),
                        asked.since(),
                        asked.until(),
                        ScaleCharts.MOST_GAPS)
                : List.of();
    }
}

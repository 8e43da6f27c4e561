package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.chart.Chart;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.HiddenScores;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
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
     * @param from given at or after
     * @param to given before
     */
    public record Wanted(UUID client, String questionnaire, String scale, String author, Instant from, Instant to) {}

    /**
     * One scale as the caller may see it. The newest points, where there are more than a chart takes.
     *
     * @param language an Accept-Language value
     * @throws ProblemException 404 when the client is not theirs to see, or the scale is not, or there is no such questionnaire or scale
     */
    public Chart chart(Caller caller, Wanted wanted, @Nullable String language) throws SQLException {
        var client = clients.requireCaredForBy(caller, wanted.client());
        if (caller.isClient()) {
            if (hidden.of(wanted.client()).questionnaires().contains(wanted.questionnaire())) {
                throw ProblemException.notFound();
            }
        } else {
            audit.read(caller, "progress.read", "client", wanted.client(), wanted.client());
        }
        var rows = scores.of(List.of(wanted.client()), wanted.from(), wanted.to()).stream()
                .filter(row -> isOf(row.measure(), wanted))
                .toList();
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
        var due = wanted.author().equals("client")
                ? missed.of(
                        wanted.client(),
                        current.owner(),
                        wanted.questionnaire(),
                        wanted.from(),
                        wanted.to(),
                        ScaleCharts.MOST_GAPS)
                : List.<Instant>of();
        return charts.of(client, wanted.scale(), rows, current, due, ReadersLocale.of(language, asked));
    }
}

package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import dev.kith.signal.ScoreSeries;
import dev.kith.signal.SeriesSignalView;
import dev.kith.signal.SeriesSignals;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at how it went: access, then scores, work and the practice's thresholds, a query each whatever there is, then plain arithmetic. A client
 * sees their own, goals too, without signals, without the clinic's words, and without the scales that a person tells them or that they chose not to see; practice software, which has no
 * scope for goals, is told of none.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Reviewing {
    static final int MOST_RESPONSES = 2_000;

    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    WorkBook works;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    SeriesSignals signals;

    @Inject
    Telling telling;

    @Inject
    Sessions sessions;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    ProgressView progress(Caller caller, UUID clientId, Asked question, @Nullable String language) throws SQLException {
        var client = clients.requireCaredForBy(caller, clientId);
        var asked = question.in(client.timeZone());
        audit.read(caller, "progress.read", "client", clientId, clientId);
        var now = clock.instant();
        var work = works.of(clientId, asked.since(), asked.until(), now);
        var newest = scores.of(clientId, asked.until(), MOST_RESPONSES);
        var all = seen(caller, ScoreSeries.of(newest.lines(), questionnaires), work);
        Map<Measure, List<SeriesSignalView>> judged =
                caller.isClient() ? Map.of() : signals.of(all, Words.in(language));
        var choice = asked.choice(work.beganOn());
        var courses = all.stream()
                .map(series -> series.from(asked.since()))
                .filter(series -> !series.lines().isEmpty())
                .sorted(Comparator.comparing(ScoreSeries::measure, ProgressOrder.BY_QUESTIONNAIRE))
                .map(series -> Course.of(series, choice))
                .toList();
        var truncated = new ArrayList<>(work.moreFor(caller));
        if (newest.more()) {
            truncated.add(0, "responses");
        }
        var scales = courses.stream()
                .map(course -> telling.series(
                        course, judged.getOrDefault(course.series().measure(), List.of()), caller.isClient(), language))
                .toList();
        return new ProgressView(
                clientId,
                asked.from(),
                asked.to(),
                asked.baseline(),
                scales,
                Dimensions.of(courses, scales, asked.zone(), language),
                caller.isClient() ? List.of() : Together.of(courses, asked.zone(), language),
                sessions.of(work, language),
                caller.isMachine()
                        ? List.of()
                        : Doing.ladders(work, asked.since(), language), // no software reads ladders
                caller.isMachine() ? List.of() : Pursued.goals(work),
                caller.isMachine()
                        ? null
                        : Pursued.attainment(clientId, asked.until().isBefore(now) ? asked.until() : now, work),
                Doing.adherence(work.tasks()),
                Doing.byAssignment(work.tasks()),
                truncated);
    }

    static List<ScoreSeries> seen(Caller caller, List<ScoreSeries> all, Work work) {
        return caller.isClient()
                ? all.stream()
                        .filter(series ->
                                !work.hidden().contains(series.measure().questionnaire()))
                        .toList()
                : all;
    }
}

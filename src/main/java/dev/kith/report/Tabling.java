package dev.kith.report;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.json.DayOrInstant;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.AnswerLines;
import dev.kith.response.AnswerLines.AnswerPage;
import dev.kith.response.HiddenScores;
import dev.kith.response.ResponsePlace;
import dev.kith.response.ScoreLines;
import dev.kith.response.ScoreLines.ScorePage;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what tables are made of, page by page, each in a transaction of its own: a slow reader holds no connection, and no more than a page is held.
 * Who may read is asked once, before the first.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Tabling {
    /** Responses in a page. */
    static final int MANY = 200;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    AnswerLines answers;

    @Inject
    HiddenScores hidden;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Audit audit;

    /**
     * What is asked for.
     *
     * @param questionnaire key; null: of all
     * @param action what the trail calls it
     */
    record Wanted(
            UUID client,
            @Nullable DayOrInstant from,
            @Nullable DayOrInstant to,
            @Nullable String questionnaire,
            String action) {}

    /**
     * What was allowed.
     *
     * @param without keys of questionnaires that are left out
     */
    record Allowed(
            UUID client, Instant from, Instant to, @Nullable String questionnaire, List<String> without) {
        ResponsePlace start() {
            return ResponsePlace.from(from);
        }
    }

    Allowed begin(Caller caller, Wanted wanted) throws SQLException {
        var client = clients.requireCaredForBy(caller, wanted.client());
        questionnaires.requireKnown(wanted.questionnaire());
        audit.read(caller, wanted.action(), "client", wanted.client(), wanted.client());
        var from = wanted.from() == null ? EARLIEST : wanted.from().in(client.timeZone());
        var to = wanted.to() == null ? LATEST : wanted.to().in(client.timeZone());
        return new Allowed(
                wanted.client(),
                from.isBefore(EARLIEST) ? EARLIEST : from,
                to.isAfter(LATEST) ? LATEST : to,
                wanted.questionnaire(),
                caller.isClient() ? hidden.of(wanted.client()).questionnaires() : List.of());
    }

    ScorePage scores(Allowed allowed, ResponsePlace after) throws SQLException {
        var page = scores.page(allowed.client(), allowed.questionnaire(), after, allowed.to(), MANY);
        return new ScorePage(
                page.lines().stream()
                        .filter(line ->
                                !allowed.without().contains(line.measure().questionnaire()))
                        .toList(),
                page.next());
    }

    AnswerPage answers(Allowed allowed, ResponsePlace after) {
        var page = answers.page(allowed.client(), allowed.questionnaire(), after, allowed.to(), MANY);
        return new AnswerPage(
                page.lines().stream()
                        .filter(line -> !allowed.without().contains(line.questionnaire()))
                        .toList(),
                page.next());
    }
}

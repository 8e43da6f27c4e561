package dev.kith.caseload;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.signal.ScoreSeries;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The few scores that a caseload reads say what all of them would: where each scale began and where it is. */
@QuarkusTest
class ScaleEndsTest {
    private static final int CLIENTS = 60;
    private static final int MOST = 12;
    private static final Instant BEGAN = Instant.parse("2026-01-05T09:00:00Z");

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    ScoreLines scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    Someone author;

    @BeforeEach
    void found() {
        author = people.practice();
        OwnQuestionnaire.publish(author, "evening");
        publish(2, "editorial");
        publish(3, "substantive");
    }

    @Test
    void theEndsOfAnyPastAreThoseOfTheWhole() {
        var chance = new Random(20261126);
        var clients = new ArrayList<UUID>();
        for (var i = 0; i < CLIENTS; i++) {
            clients.add(people.client(author.practice()).id());
        }
        for (var client : clients) {
            var many = 1 + chance.nextInt(MOST);
            for (var j = 0; j < many; j++) {
                // versions mostly follow each other, some were answered at one moment, and some count for nothing
                var version = chance.nextInt(6) == 0 ? 1 + chance.nextInt(3) : 1 + 3 * j / many;
                answered(
                        client,
                        version,
                        BEGAN.plus(chance.nextInt(4) == 0 ? j - 1 : j, ChronoUnit.DAYS),
                        chance.nextInt(5) == 0 ? "clinician" : "client",
                        List.of("completed", "completed", "completed", "amended", "in-progress", "entered-in-error")
                                .get(chance.nextInt(6)),
                        chance.nextInt(9) == 0 ? null : chance.nextInt(5));
            }
        }
        var whole = within(() -> scores.of(clients, BEGAN.minus(9, ChronoUnit.DAYS), BEGAN.plus(99, ChronoUnit.DAYS)));
        var ends = within(() -> scores.endsOf(clients));
        assertThat(ends).hasSizeLessThan(whole.size()).doesNotHaveDuplicates();
        var expected = said(whole);
        assertThat(expected).hasSizeGreaterThan(CLIENTS * 2 / 3);
        assertThat(said(ends)).isEqualTo(expected);
    }

    @Test
    void onlyAPastThatTheEndsDoNotTellIsReadInFull() {
        var plain = people.client(author.practice()).id();
        for (var day = 0; day < 9; day++) {
            answered(plain, day < 5 ? 1 : 2, BEGAN.plus(day, ChronoUnit.DAYS), "client", "completed", day % 4);
        }
        assertThat(within(() -> scores.endsOf(List.of(plain)))).hasSize(4);
        assertThat(asked(plain)).hasSize(1);
        var turning = people.client(author.practice()).id();
        for (var day = 0; day < 9; day++) {
            answered(turning, 1 + 2 * (day % 2), BEGAN.plus(day, ChronoUnit.DAYS), "client", "completed", day % 4);
        }
        assertThat(within(() -> scores.endsOf(List.of(turning)))).hasSize(9);
        assertThat(asked(plain, turning)).hasSize(2);
    }

    private List<String> asked(UUID... clients) {
        return Statements.during(() -> within(() -> scores.endsOf(List.of(clients)))).stream()
                .filter(sql -> sql.contains("join") && sql.contains("score"))
                .toList();
    }

    /** What a caseload tells of it. */
    private record Said(int version, ScoreLine baseline, ScoreLine latest) {}

    private Map<UUID, Map<Measure, Said>> said(List<ScoreLine> lines) {
        return practices.within(author.practice(), () -> {
            var said = new HashMap<UUID, Map<Measure, Said>>();
            lines.stream().collect(groupingBy(ScoreLine::clientId)).forEach((client, theirs) -> {
                for (var series : ScoreSeries.of(theirs, questionnaires)) {
                    var points = series.current();
                    if (!points.isEmpty()) {
                        said.computeIfAbsent(client, one -> new HashMap<>())
                                .put(
                                        series.measure(),
                                        new Said(
                                                series.newest().version(),
                                                asGiven(points.get(0)),
                                                asGiven(points.get(points.size() - 1))));
                    }
                }
            });
            return said;
        });
    }

    /** A caseload does not ask when it came. */
    private static ScoreLine asGiven(ScoreLine line) {
        return new ScoreLine(
                line.clientId(),
                line.measure(),
                line.version(),
                line.at(),
                line.value(),
                line.reason(),
                line.band(),
                line.responseId(),
                line.at());
    }

    private List<ScoreLine> within(Callable<List<ScoreLine>> asking) {
        return practices.within(author.practice(), asking);
    }

    private void answered(UUID client, int version, Instant at, String by, String state, @Nullable Integer value) {
        var id = Ids.next();
        people.run(author.practice(), """
            insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state,
                                  author, entered_by, authored_at, received_at, completed_at, language, answers)
            values (kith_practice(), ?, ?, kith_practice(), 'evening', ?, ?, ?, ?, ?::timestamptz, now(), case when ? <> 'in-progress' then now() end, 'en', '{}')
            """, id, client, version, state, by, client, at.toString(), state);
        people.run(
                author.practice(),
                """
            insert into score (practice_id, response_id, revision, scale, value, reason, answered, items, prorated, engine)
            values (kith_practice(), ?, 1, 'total', nullif(?, '')::numeric, nullif(?, ''), 2, 2, false, 'test')
            """,
                id,
                value == null ? "" : value.toString(),
                value == null ? "too-many-missing" : "");
    }

    private void publish(int version, String change) {
        author.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        author.asks()
                .header("If-Match", "*")
                .body(json("evening")
                        .replace("\"version\": 1", "\"version\": " + version)
                        .replace("I felt on edge.", "I was on edge " + version))
                .put(path("evening", version) + "/definition")
                .then()
                .statusCode(200);
        author.asks()
                .body("{\"change\": \"" + change + "\"}")
                .post(path("evening", version) + "/publication")
                .then()
                .statusCode(200);
    }
}

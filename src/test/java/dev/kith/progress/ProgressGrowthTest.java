package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others of the practice did costs a client's progress nothing: buffers that its queries touch, others' rows growing tenfold. */
@QuarkusTest
class ProgressGrowthTest {
    /** Completed PHQ-9 of a client, a day apart: client, account, from and to. */
    static final String RESPONSES = """
            insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state, author,
                                  entered_by, authored_at, received_at, completed_at, language, answers)
            select kith_practice(), gen_random_uuid(), ?, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'completed', 'client', ?, at, at, at, 'en', '{}'
            from generate_series(?::int, ?::int - 1) n, lateral (select timestamptz '2001-01-01Z' + n * interval '1 day' as at) a
            """;
    /** For those of a client: client, from and to. */
    static final String SCORES = """
            insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, band, engine)
            select practice_id, id, 1, 'total', 9, 9, 9, false, 'mild', 'a test' from response r
            where practice_id = kith_practice() and client_id = ? and authored_at >= timestamptz '2001-01-01Z' + ?::int * interval '1 day'
              and authored_at < timestamptz '2001-01-01Z' + ?::int * interval '1 day'
            """;

    private static final int BEFORE = Integer.getInteger("growth.responses", 10_000);
    private static final int AFTER = 10 * BEFORE;
    private static final int AT_ONCE = 10_000;
    private static final int OWN = 50;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Inject
    People people;

    @Inject
    Practices practices;

    Someone clinician;
    Someone client;
    Someone neighbour;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        neighbour = people.clientOf(clinician);
        did(client, 0, OWN);
    }

    @Test
    void aClientsProgressTouchesNoMoreWhenOthersDoTenTimesAsMuch() {
        did(neighbour, 0, BEFORE);
        var scoresBefore = buffers(plan(asked("from response"), client));
        var workBefore = buffers(plan(asked("with asked"), client));
        did(neighbour, BEFORE, AFTER);
        var scores = plan(asked("from response"), client);
        var work = plan(asked("with asked"), client);
        assertThat(scores).noneMatch(ProgressGrowthTest::readsAll);
        assertThat(work).noneMatch(ProgressGrowthTest::readsAll);
        // each response is looked up in the index of scores, which may have grown by one level; and of a client with
        // few responses either of
        // the two indexes that begin with the client does
        assertThat(buffers(scores))
                .as("scores, %d before", scoresBefore)
                .isLessThanOrEqualTo(scoresBefore + 2 * OWN + 2);
        assertThat(buffers(work)).as("work, %d before", workBefore).isLessThanOrEqualTo(workBefore * 13 / 10 + 2);
        assertThat(plan(asked("from response"), neighbour))
                .as("of a client with more than is looked at, the newest are read and no others")
                .anyMatch(line -> line.contains("response_by_client"))
                .noneMatch(ProgressGrowthTest::readsAll);
    }

    private static boolean readsAll(String line) {
        return Stream.of("response", "score", "task", "log")
                .anyMatch(table -> line.contains("Seq Scan on " + table + " "));
    }

    private void did(Someone who, int from, int to) {
        for (var some = from; some < to; some += AT_ONCE) {
            some(who, some, Math.min(to, some + AT_ONCE));
        }
        people.asOwner("vacuum analyze response, score, task, log, assignment");
    }

    private void some(Someone who, int from, int to) {
        var assignment = Work.assigned(clinician, who, "{\"questionnaire\": \"phq-9\"}");
        var practice = clinician.practice();
        people.run(practice, RESPONSES, who.id(), who.account(), from, to);
        people.run(practice, SCORES, who.id(), from, to);
        people.run(practice, """
                insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                                  opens_at, due_at, late_after, closes_at, ended_as, ended_at)
                select kith_practice(), gen_random_uuid(), ?::uuid, ?, 1, timestamp '2001-01-01' + n * interval '1 minute', 'UTC', 'none',
                       at, at, at, at, 'completed', at
                from generate_series(?::int, ?::int - 1) n, lateral (select timestamptz '2001-01-01Z' + n * interval '1 minute' as at) a
                """, assignment, who.id(), from, to);
        people.run(practice, """
                insert into log (practice_id, id, client_id, exercise_practice_id, exercise_key, exercise_version, state, author, entered_by,
                                 before, during, after, authored_at, received_at, completed_at, language)
                select kith_practice(), gen_random_uuid(), ?, '00000000-0000-0000-0000-000000000000', 'slow-breath', 1, 'completed', 'client', ?,
                       '{"suds": 5}', '{}', '{"suds": 3}', at, at, at, 'en'
                from generate_series(?::int, ?::int - 1) n, lateral (select timestamptz '2001-01-01Z' + n * interval '1 minute' as at) a
                """, who.id(), who.account(), from, to);
    }

    /** As the endpoint asks it. */
    private String asked(String part) {
        return Statements.during(() -> clinician
                        .asks()
                        .get("/v1/clients/" + client.id() + "/progress")
                        .then()
                        .statusCode(200))
                .stream()
                .filter(sql -> sql.contains(part) && !sql.contains("with asked") == !part.equals("with asked"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> plan(String sql, Someone whose) {
        var work = sql.contains("with asked");
        var filled = sql.replace("$1", "'" + whose.id() + "'::uuid")
                .replace("$2", work ? "'1900-01-01Z'" : "'2300-01-01Z'::timestamptz")
                .replace("$3", work ? "'2300-01-01Z'" : "2001")
                .replace("$4", "now()");
        return practices.within(client.practice(), () -> {
            try (var connection = people.connection();
                    var explain =
                            connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + filled);
                    var row = explain.executeQuery()) {
                var lines = new java.util.ArrayList<String>();
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines;
            }
        });
    }

    private static int buffers(List<String> plan) {
        for (var line : plan) {
            var found = BUFFERS.matcher(line);
            if (found.find()) {
                return number(found.group(1)) + number(found.group(2));
            }
        }
        throw new AssertionError("the plan tells no buffers");
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}

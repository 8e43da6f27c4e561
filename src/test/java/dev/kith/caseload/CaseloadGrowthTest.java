package dev.kith.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fifty clients with years behind them: what a look at the caseload touches. */
@QuarkusTest
class CaseloadGrowthTest {
    private static final int CLIENTS = 50;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Inject
    People people;

    @Inject
    Practices practices;

    Someone clinician;
    List<Someone> clients;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> people.clientOf(clinician))
                .toList();
        clients.forEach(client -> Work.assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}"));
    }

    @Test
    void yearsMoreCostOnlyTheScoresThatAreReadAndNothingIsScanned() {
        lived(1, 365);
        var few = plans();
        lived(366, 3 * 365);
        var many = plans();
        assertThat(many).hasSize(6).hasSameSizeAs(few);
        for (var i = 0; i < many.size(); i++) {
            assertThat(many.get(i)).doesNotContain("Seq Scan on task", "Seq Scan on log");
            if (!many.get(i).contains("WindowAgg")) {
                assertThat(buffers(many.get(i)))
                        .as("buffers, %d before, of %s", buffers(few.get(i)), many.get(i))
                        .isLessThanOrEqualTo(buffers(few.get(i)) * 3 / 2 + 200);
            }
        }
    }

    /** Every day a task, a log every other day, every week a PHQ-9. */
    private void lived(int from, int to) {
        var practice = clinician.practice();
        people.run(practice, """
            insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted, opens_at,
                              due_at, closes_at, late_after, ended_as, ended_at)
            select a.practice_id, gen_random_uuid(), a.id, a.client_id, 1, day, 'UTC', 'none', day, day + interval '12 hours',
                   day + interval '1 day', day + interval '12 hours', 'completed', day + interval '2 hours'
            from assignment a, generate_series(%1$d, %2$d) n, lateral (select date_trunc('day', now()) - n * interval '1 day' as day) d
            where a.practice_id = kith_practice()
            """.formatted(from, to));
        people.run(practice, """
            with given as (
              insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state,
                                    author, entered_by, authored_at, received_at, completed_at, language, answers)
              select c.practice_id, gen_random_uuid(), c.id, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'completed',
                     'client', c.id, at, at, at, 'en', '{}'
              from client c, generate_series(%1$d, %2$d, 7) n, lateral (select now() - n * interval '1 day' as at) d
              where c.practice_id = kith_practice()
              returning practice_id, id)
            insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, band, engine)
            select practice_id, id, 1, 'total', 9, 9, 9, false, 'mild', 'test' from given
            """.formatted(from, to));
        people.run(practice, """
            insert into log (practice_id, id, client_id, exercise_practice_id, exercise_key, exercise_version, state, author, entered_by,
                             before, during, after, authored_at, received_at, completed_at, language)
            select c.practice_id, gen_random_uuid(), c.id, '00000000-0000-0000-0000-000000000000', 'slow-breath', 1, 'completed',
                   'client', c.id, '{}', '{}', '{}', at, at, at, 'en'
            from client c, generate_series(%1$d, %2$d, 2) n, lateral (select now() - n * interval '1 day' as at) d
            where c.practice_id = kith_practice()
            """.formatted(from, to));
        for (var table : List.of("task", "response", "score", "log", "client", "care_team_member", "assignment")) {
            people.asOwner("analyze " + table);
        }
    }

    /** Of each query that reads the caseload, as it was really asked. */
    private List<String> plans() {
        look();
        return Statements.during(this::look).stream()
                .filter(sql -> sql.contains("with mine as")
                        || sql.contains("unnest(")
                        || sql.contains("over run")
                        || sql.contains("group by client_id, severity")
                        || sql.contains("or ended_at >=")
                        || sql.contains("as today"))
                .map(this::plan)
                .toList();
    }

    private void look() {
        clinician.asks().get("/v1/caseload").then().statusCode(200);
    }

    private String plan(String sql) {
        var ids = clients.stream().map(one -> one.id().toString()).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
        var now = "now()";
        List<String> values;
        if (sql.contains("with mine as")) {
            values = List.of("'" + clinician.id() + "'::uuid", now, "'1900-01-01Z'::timestamptz", now, "51");
        } else if (sql.contains("unnest(")) {
            values = List.of(ids, "now() - interval '28 days'", now, now);
        } else if (sql.contains("or ended_at >=")) {
            values = List.of(ids, "'2300-01-01Z'::timestamptz");
        } else if (sql.contains("as today")) {
            values = List.of(now, ids);
        } else {
            values = List.of(ids);
        }
        var said = sql;
        for (var i = values.size(); i > 0; i--) {
            said = said.replace("$" + i, values.get(i - 1));
        }
        return explained(clinician.practice(), said);
    }

    private String explained(UUID practice, String sql) {
        return practices.within(practice, () -> {
            try (var connection = people.connection();
                    var explain =
                            connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + sql);
                    var row = explain.executeQuery()) {
                var plan = new StringBuilder();
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
                return plan.toString();
            }
        });
    }

    private static int buffers(String plan) {
        var found = BUFFERS.matcher(plan);
        assertThat(found.find()).isTrue();
        return number(found.group(1)) + number(found.group(2));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}

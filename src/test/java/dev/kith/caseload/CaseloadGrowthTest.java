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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fifty clients with years behind them: what a look at the caseload touches. */
@QuarkusTest
class CaseloadGrowthTest {
    private static final int CLIENTS = 50;
    private static final String LIST = "with mine as";
    private static final String WORK = "as done";
    private static final String SIGNALS = "s.rule, s.rule_version";
    private static final String ENDS = "with recursive first as";
    private static final String PROGRAMS = "as today";
    private static final String NEWS = "select exists (select 1 from signal_due";
    private static final List<String> QUERIES = List.of(LIST, WORK, SIGNALS, ENDS, PROGRAMS);
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
    void yearsMoreCostNothingMoreToReadAndNothingIsScanned() {
        lived(1, 365);
        var few = plans(clinician, QUERIES);
        lived(366, 3 * 365);
        var many = plans(clinician, QUERIES);
        assertThat(many).hasSize(QUERIES.size());
        alike(few, many);
    }

    @Test
    void practiceSoftwareReadsAPageHoweverManyClientsThereAre() {
        var software = people.integration(
                clinician.practice(),
                "caseload:read",
                "alerts:read",
                "progress:read",
                "assignments:read",
                "enrollments:read");
        lived(1, 30);
        admitted(500);
        var few = plans(software, List.of(LIST));
        admitted(5000);
        var many = plans(software, List.of(LIST));
        assertThat(many).hasSize(1);
        alike(few, many);
    }

    @Test
    void whetherThereIsNewsForTheRulesIsSeenWithoutReadingWhatIsOld() {
        told(100);
        var few = plans(clinician, List.of(NEWS));
        told(30_000);
        var many = plans(clinician, List.of(NEWS));
        assertThat(many).hasSize(1);
        assertThat(many.get(0)).doesNotContain("Seq Scan on outbox_event");
        alike(few, many);
    }

    /** Events of these clients, which the rules have heard of. */
    private void told(int many) {
        people.run(clinician.practice(), """
            insert into outbox_event (practice_id, id, kind, about_id, client_id, payload, occurred_at)
            select c.practice_id, gen_random_uuid(), 'response.completed', c.id, c.id, '{}', now()
            from client c, generate_series(1, %d / %d) n where c.practice_id = kith_practice()
            """.formatted(many, CLIENTS));
        people.asOwner("analyze outbox_event");
        look(clinician);
    }

    private static void alike(List<String> few, List<String> many) {
        for (var i = 0; i < many.size(); i++) {
            assertThat(many.get(i))
                    .doesNotContain(
                            "Seq Scan on task", "Seq Scan on log", "Seq Scan on response", "Seq Scan on feedback");
            assertThat(buffers(many.get(i)))
                    .as("buffers, %d before, of %s", buffers(few.get(i)), many.get(i))
                    .isLessThanOrEqualTo(buffers(few.get(i)) * 13 / 10 + 200);
        }
    }

    /** Clients of whom nothing is known but that they answered once. */
    private void admitted(int many) {
        people.run(clinician.practice(), """
            with admitted as (
              insert into client (practice_id, id, display_name, time_zone, language, created_at)
              select kith_practice(), gen_random_uuid(), 'Client ' || n, 'UTC', 'en', now() from generate_series(1, %d) n
              returning practice_id, id)
            insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state,
                                  author, entered_by, authored_at, received_at, completed_at, language, answers)
            select practice_id, gen_random_uuid(), id, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'completed',
                   'client', id, now(), now(), now(), 'en', '{}' from admitted
            """.formatted(many));
        analyze();
    }

    /** Every day a task, every other day a log that both said something about, every week a PHQ-9. */
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
        people.run(practice, """
            insert into feedback (practice_id, id, client_id, log_id, member_id, signed, text, given_at, read_at, read_by)
            select l.practice_id, gen_random_uuid(), l.client_id, l.id, case when told = 1 then m.id end, 'Cleo', 'Seen.',
                   l.authored_at, l.authored_at, m.id
            from log l cross join generate_series(1, 2) told cross join lateral (select id from member where practice_id = l.practice_id limit 1) m
            where l.practice_id = kith_practice() and l.authored_at >= now() - %2$d * interval '1 day' - interval '1 hour'
              and l.authored_at <= now() - %1$d * interval '1 day' + interval '1 hour'
            """.formatted(from, to));
        analyze();
    }

    private void analyze() {
        for (var table :
                List.of("task", "response", "score", "log", "client", "care_team_member", "assignment", "feedback")) {
            people.asOwner("analyze " + table);
        }
    }

    /** Of each query that reads the caseload, as it was really asked. */
    private List<String> plans(Someone who, List<String> queries) {
        look(who);
        var asked = Statements.during(() -> look(who));
        return queries.stream()
                .flatMap(part -> asked.stream().filter(sql -> sql.contains(part)))
                .map(sql -> plan(who, sql))
                .toList();
    }

    private static void look(Someone who) {
        who.asks().get("/v1/caseload").then().statusCode(200);
    }

    private String plan(Someone who, String sql) {
        var ids = clients.stream().map(one -> one.id().toString()).collect(Collectors.joining(",", "'{", "}'::uuid[]"));
        var now = "now()";
        List<String> values;
        if (sql.contains(LIST)) {
            var waiting = List.of("true", "'{}'::text[]", "true", "true");
            var before = who.equals(clinician)
                    ? List.of("'" + clinician.id() + "'::uuid", now)
                    : joined(waiting, List.of("51"), waiting, List.of("51", "51"));
            var told = List.of("true", "true", "true", now, "true", "51");
            values = joined(before, List.of("'1900-01-01Z'::timestamptz", "7"), waiting, told);
        } else if (sql.contains(WORK)) {
            values = List.of(ids, "now() - interval '28 days'", now, now);
        } else if (sql.contains(NEWS)) {
            values = List.of(now, "interval '3 days'");
        } else if (sql.contains(SIGNALS)) {
            values = List.of(ids);
        } else if (sql.contains(PROGRAMS)) {
            values = List.of(now, ids);
        } else {
            values = List.of(ids);
        }
        var said = sql;
        for (var i = values.size(); i > 0; i--) {
            said = said.replace("$" + i, values.get(i - 1));
        }
        assertThat(said).doesNotContain("$");
        return explained(clinician.practice(), said);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
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

package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Logged;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much the hot paths ask of the database, counted at the driver: begin, commit and the pool's own talk left out. */
@QuarkusTest
class StatementCountTest {
    private static final Pattern PARSED =
            Pattern.compile("FE=> Parse\\(stmt=(\\w+),query=\"(.*)\",oids=", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("FE=> Bind\\(stmt=(\\w+),");

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void completingATaskTakesEightStatements() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var task = worlds.task(clinician, client);
        var asked = during(() -> worlds.answer(client, task, Worlds.CALM));
        assertThat(asked).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void anAlertAddsItsOwnRowsAndTheCardIsRead() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var calm = worlds.task(clinician, client);
        var critical = worlds.task(clinician, client);
        var without = during(() -> worlds.answer(client, calm, Worlds.CALM));
        var with = during(() -> worlds.answer(client, critical, Worlds.CRITICAL));
        // the alert, whether anybody is there to see it, and the card; its event and its trail go with the response's
        assertThat(with).hasSizeLessThanOrEqualTo(without.size() + 3);
    }

    @Test
    void aClientsOpenTasksAreOneQuery() {
        worlds.task(clinician, client);
        worlds.task(clinician, client);
        client.asks().get("/v1/me/tasks?state=open").then().statusCode(200);
        var asked =
                during(() -> client.asks().get("/v1/me/tasks?state=open").then().statusCode(200));
        assertThat(beside(asked)).hasSize(1);
    }

    @Test
    void progressTakesThreeQueriesForAnyNumberOfScales() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        readProgress();
        var one = beside(during(this::readProgress));
        bring("gad-7", 7);
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var more = beside(during(this::readProgress));
        assertThat(one).hasSizeLessThanOrEqualTo(3);
        assertThat(more).hasSameSizeAs(one);
    }

    private void readProgress() {
        clinician.asks().get("/v1/clients/" + client.id() + "/progress").then().statusCode(200);
    }

    private void bring(String questionnaire, int items) {
        var answers = new ArrayList<String>();
        for (var item = 1; item <= items; item++) {
            answers.add("\"%s.%d\": 1".formatted(questionnaire, item));
        }
        clinician
                .asks()
                .body("""
                    {"client": "%s", "questionnaire": "%s", "author": "client", "complete": true, "answers": {%s}}
                    """.formatted(client.id(), questionnaire, String.join(", ", answers)))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    /** What is asked besides tenancy, authority and the trail. */
    private static List<String> beside(List<String> asked) {
        return asked.stream()
                .filter(sql -> !sql.contains("set_config") && !sql.contains("kith_authority"))
                .filter(sql -> !sql.contains("into audit_entry"))
                .toList();
    }

    /** Statements by their text, in order. In tests nothing but the driver's own talk is named, so that each is parsed. */
    private List<String> during(Runnable call) {
        try (var logged = Logged.under("org.postgresql.core.v3.QueryExecutorImpl")) {
            call.run();
            return statements(logged.lines());
        }
    }

    private static List<String> statements(List<String> lines) {
        var asked = new ArrayList<String>();
        var last = "";
        for (var line : lines) {
            var parsed = PARSED.matcher(line);
            var bound = BOUND.matcher(line);
            if (parsed.find()) {
                last = parsed.group(2);
            } else if (bound.find() && bound.group(1).equals("null") && !isTheDrivers(last)) {
                asked.add(last);
            }
        }
        return asked;
    }

    private static boolean isTheDrivers(String sql) {
        var start = sql.strip().toLowerCase(Locale.ROOT);
        return start.isEmpty()
                || start.startsWith("begin")
                || start.startsWith("commit")
                || start.startsWith("rollback")
                || start.startsWith("set ")
                || start.contains("pg_catalog.pg_type"); // once per connection
    }
}

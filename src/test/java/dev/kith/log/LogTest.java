package dev.kith.log;

import static dev.kith.house.Noting.DONE;
import static dev.kith.house.Noting.logs;
import static dev.kith.house.Noting.puts;
import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of exercises: drafts, once for good, unplanned, at the chair, corrected, summed up. */
@QuarkusTest
class LogTest {
    private static final String DRAFT = "{\"before\": {\"suds\": 6}, \"complete\": false}";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aDraftMayChangeAndCompletingIsForGood() {
        var task = Noting.task(clinician, client);
        logs(client, task, DRAFT).statusCode(201).body("state", equalTo("in-progress"));
        logs(client, task, DRAFT.replace("6", "7")).statusCode(200).body("before.suds", equalTo(7));
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("open"), "logId", notNullValue());
        var first = logs(client, task, DONE)
                .statusCode(200)
                .body("state", equalTo("completed"))
                .body("derived.find { it.code == 'distress-drop' }.value", equalTo(2))
                .body("late", equalTo(false))
                .extract()
                .asString();
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("completed"));
        assertThat(logs(client, task, DONE).statusCode(200).extract().asString())
                .isEqualTo(first);
        for (var other : List.of(DONE.replace("\"suds\": 4", "\"suds\": 3"), DRAFT)) {
            logs(client, task, other).statusCode(409).body("errors[0].code", equalTo("already-completed"));
        }
        assertThat(people.count(
                        admin.practice(),
                        "select count(*) from outbox_event e join log l on l.id = e.about_id"
                                + " where e.kind = 'log.completed' and l.task_id is not null"))
                .isOne();
        assertThat(people.count(admin.practice(), "select count(*) from outbox_event where kind = 'log.completed'"))
                .as("and that of what is kept beside")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"before\": {\"suds\": 11}}|422|/before/suds|out-of-range",
                "{\"before\": {\"suds\": \"6\"}}|400|/before/suds|wrong-type",
                "{\"before\": {\"suds\": 6.5}}|422|/before/suds|too-precise",
                "{\"before\": {\"context\": \"plain\"}}|400|/before/context|wrong-type",
                "{\"before\": {\"context\": {\"text\": \"a\", \"sharing\": \"all\"}}}|422|/before/context/sharing|option-not-offered",
                "{\"after\": {\"who-helped\": [{\"alias\": \"M\"}]}}|422|/after/who-helped/0/who|missing-required",
                "{\"after\": {\"outcome\": \"maybe\"}}|422|/after/outcome|option-not-offered",
                "{\"during\": {\"a/b\": 1}}|422|/during/a~1b|unknown-field",
                "{\"before\": {\"rung\": 1, \"suds\": 6}, \"after\": {\"suds\": 4}, \"complete\": true}|422|/after/outcome|missing-required"
            })
    void aWrongValueIsRefusedWithItsPlace(String body, int status, String pointer, String code) {
        var task = Noting.task(clinician, client);
        var whole = body.contains("complete") ? body : body.substring(0, body.length() - 1) + ", \"complete\": false}";
        logs(client, task, whole)
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        assertThat(people.count(admin.practice(), "select count(*) from log")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2 days, false", "-1 days, true"})
    void aLogIsLateExactlyWhenItsTaskIs(String grace, boolean late) {
        var task = Noting.task(clinician, client);
        people.run(admin.practice(), """
                update task set opens_at = now() - interval '9 days', due_at = now() - interval '8 days', closes_at = now() - interval '8 days',
                  late_after = now() + interval '%s' where practice_id = kith_practice() and id = ?::uuid
                """.formatted(grace), task);
        var log = Ids.next().toString();
        client.asks()
                .body("""
                        {"clientTime": "%s", "items": [{"id": "%s", "kind": "log", "task": "%s", %s]}
                        """.formatted(Instant.now(), log, task, DONE.strip().substring(1)))
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("done"))
                .body("items[0].log.late", equalTo(late));
        client.asks().get("/v1/tasks/" + task).then().body("late", equalTo(late));
        client.asks().get("/v1/logs/" + log).then().body("late", equalTo(late));
    }

    @Test
    void aTaskIsForItsClientAndForItsKindOfWork() {
        var task = Noting.task(clinician, client);
        var other = people.clientOf(clinician);
        logs(other, task, DONE).statusCode(404);
        logs(people.client(people.practice().practice()), task, DONE).statusCode(404);
        logs(clinician, task, DONE).statusCode(403);
        client.asks()
                .body("{\"answers\": {}, \"complete\": false}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("asks-for-an-exercise"));
        Work.assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}");
        String answering =
                client.asks().get("/v1/me/tasks?state=open").path("items.find { it.questionnaire == 'phq-9' }.id");
        logs(client, answering, DONE).statusCode(409).body("errors[0].code", equalTo("asks-for-a-questionnaire"));
    }

    @Test
    void whatNobodyPlannedIsLoggedWhereTheExerciseLetsClientsBeginAndItsGateIsOpen() {
        var id = Ids.next().toString();
        var body = unplanned(DONE);
        puts(client, id, body)
                .statusCode(409)
                .body("errors[0].code", equalTo("gate-closed"))
                .body("errors[0].detail", equalTo("safe-person"));
        Noting.opensTheGate(clinician, client);
        puts(client, id, body).statusCode(201).body("taskId", nullValue()).body("author", equalTo("client"));
        puts(client, id, body).statusCode(200);
        puts(client, Ids.next().toString(), body.replace("asking-ladder", "nothing-such"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exercise"));
        puts(client, Ids.next().toString(), DONE).statusCode(422).body("errors[0].pointer", equalTo("/exercise"));
        puts(people.clientOf(clinician), id, body).statusCode(404);
    }

    @Test
    void anOwnIdMayBeForATask() {
        var task = Noting.task(clinician, client);
        var id = Ids.next().toString();
        var body = DONE.replaceFirst("\\{", "{\"task\": \"" + task + "\", ");
        puts(client, id, body).statusCode(201).body("taskId", equalTo(task)).body("exercise", equalTo("asking-ladder"));
        puts(client, id, body).statusCode(200);
        puts(client, Ids.next().toString(), body).statusCode(409).body("errors[0].code", equalTo("task-logged"));
        puts(client, id, unplanned(DONE).replace("asking-ladder", "ask-and-notice"))
                .statusCode(422)
                .body("errors[0].code", equalTo("not-the-tasks-exercise"));
    }

    @Test
    void whoeverSitsBesideOrBringsHistorySaysWhoseWordsTheyAreAndWhen() {
        var program = people.integration(admin.practice(), "logs:write", "logs:read");
        var body = unplanned(DONE).replaceFirst("\\{", "{\"client\": \"" + client.id() + "\", ");
        puts(program, Ids.next().toString(), body).statusCode(422).body("errors[0].pointer", equalTo("/author"));
        var history = body.replaceFirst("\\{", "{\"author\": \"client\", \"authoredAt\": \"2024-03-02T09:30:00Z\", ");
        puts(program, Ids.next().toString(), history)
                .statusCode(201)
                .body("authoredAt", equalTo("2024-03-02T09:30:00Z"));
        puts(program, Ids.next().toString(), history.replace("2024-", "2924-"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/authoredAt"));
        puts(clinician, Ids.next().toString(), history.replace("\"client\",", "\"clinician\","))
                .statusCode(201)
                .body("author", equalTo("clinician"));
        puts(client, Ids.next().toString(), history).statusCode(422).body("errors[0].pointer", equalTo("/authoredAt"));
        puts(client, Ids.next().toString(), unplanned(DONE).replaceFirst("\\{", "{\"author\": \"clinician\", "))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/author"));
    }

    @Test
    void aCorrectionKeepsWhatItReplaces() {
        var log = Noting.log(client, Noting.task(clinician, client), DONE);
        var body = "{\"reason\": \"Swapped\", \"before\": {\"rung\": 1, \"suds\": 7}, "
                + "\"after\": {\"suds\": 2, \"outcome\": \"asked-no\"}}";
        for (var twice = 0; twice < 2; twice++) {
            corrects(client, log, body)
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("corrected"))
                    .body("revision", equalTo(2))
                    .body("after.suds", equalTo(2));
        }
        clinician
                .asks()
                .get("/v1/logs/" + log + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].after.suds", equalTo(4))
                .body("items[0].reason", equalTo("Swapped"));
        corrects(client, log, body.replace("\"suds\": 2", "\"suds\": 99"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/after/suds"));
        assertThat(corrects(people.clientOf(clinician), log, body).statusCode()).isEqualTo(404);
        var program = people.integration(admin.practice(), "logs:write");
        corrects(program, log, body).then().statusCode(409).body("errors[0].code", equalTo("not-your-log"));
        var draft = Noting.log(client, Noting.task(clinician, client), DRAFT);
        corrects(client, draft, body).then().statusCode(409).body("errors[0].code", equalTo("not-completed"));
    }

    @Test
    void aStopRuleTellsTheClinicianAtOnceAndOnce() {
        var task = Noting.task(clinician, client);
        var stopped = "{\"before\": {\"suds\": 9}, \"stopRuleUsed\": true, \"complete\": false}";
        var log = Noting.log(client, task, stopped);
        logs(client, task, stopped).statusCode(200);
        logs(client, task, DONE.replaceFirst("\\{", "{\"stopRuleUsed\": true, "))
                .statusCode(200);
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .body("items.aboutId", contains(log))
                .body("items[0].kind", equalTo("work"))
                .body("items[0].severity", equalTo("notice"))
                .body("items[0].rule", equalTo("stop-rule-used"));
    }

    @Test
    void aPeakThatCallsForAStopRuleIsToldWithIt() {
        logs(client, Noting.task(clinician, client), DONE.replace("\"suds-peak\": 7", "\"suds-peak\": 8"))
                .body("stopRules.code", contains("distress-stays-high"));
        logs(client, Noting.task(clinician, client), DONE).body("stopRules", hasSize(0));
    }

    @Test
    void aListIsPagedAndKeptToOneExercise() {
        for (var i = 0; i < 3; i++) {
            Noting.log(client, Noting.task(clinician, client), DONE);
        }
        var list = "/v1/clients/" + client.id() + "/logs?limit=2";
        String next = clinician
                .asks()
                .get(list)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        clinician
                .asks()
                .get(list + "&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        clinician
                .asks()
                .get(list + "&exercise=ask-and-notice")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        people.clientOf(clinician).asks().get(list).then().statusCode(404);
    }

    @Test
    void aSummaryIsOfNumbersAndSaysWhyThereAreNone() {
        var summary = "/v1/clients/" + client.id() + "/exercises/asking-ladder/summary";
        clinician
                .asks()
                .get(summary)
                .then()
                .statusCode(200)
                .body("sessions", equalTo(0))
                .body("drop.median", nullValue())
                .body("drop.reason", equalTo("no-logs"))
                .body("shares.reason", contains("no-logs"));
        Noting.log(client, Noting.task(clinician, client), DONE);
        Noting.log(client, Noting.task(clinician, client), DONE.replace("\"suds\": 4", "\"suds\": 1"));
        Noting.log(client, Noting.task(clinician, client), DONE.replace("asked-yes", "asked-no"));
        Noting.log(client, Noting.task(clinician, client), DRAFT);
        var skipped = Noting.task(clinician, client);
        client.asks()
                .body("{\"barrier\": \"no-time\"}")
                .post("/v1/tasks/" + skipped + "/skip")
                .then()
                .statusCode(200);
        clinician
                .asks()
                .get(summary)
                .then()
                .statusCode(200)
                .body("sessions", equalTo(3))
                .body("distressBefore.median", equalTo(6))
                .body("distressAfter.median", equalTo(4))
                .body("drop.median", equalTo(2))
                .body("drop.of", equalTo(3))
                .body("perWeek[0].code", equalTo("asks-attempted"))
                .body("perWeek[0].weeks.count", contains(3))
                .body("shares.find { it.code == 'acceptance-rate' }.value", equalTo(0.67f))
                .body("barriers.no-time", equalTo(1));
        clinician.asks().get(summary + "?from=2100-01-01").then().body("sessions", equalTo(0));
        clinician.asks().get(summary.replace("asking-ladder", "nothing")).then().statusCode(404);
        people.clientOf(clinician).asks().get(summary).then().statusCode(404);
    }

    @Test
    void oneIdPutThirtyTwoTimesIsOneRow() throws Exception {
        Noting.opensTheGate(clinician, client);
        var id = Ids.next();
        var body = unplanned(DONE).replaceFirst("\\{", "{\"stopRuleUsed\": true, ");
        var replies = AtOnce.calls(32, () -> client.asks().body(body).put("/v1/logs/" + id));
        assertThat(replies).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201)).hasSize(1);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(people.count(admin.practice(), "select count(*) from log")).isOne();
        assertThat(people.count(admin.practice(), "select count(*) from alert")).isOne();
    }

    @Test
    void oneTaskLoggedThirtyTwoTimesIsOneRow() throws Exception {
        var task = Noting.task(clinician, client);
        var replies = AtOnce.calls(32, () -> client.asks().body(DONE).put("/v1/tasks/" + task + "/log"));
        assertThat(replies).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(people.count(admin.practice(), "select count(*) from log")).isOne();
    }

    @Test
    void completingATaskTakesNineStatementsAndAListNoMoreForMore() {
        Noting.log(client, Noting.task(clinician, client), DONE);
        var task = Noting.task(clinician, client);
        // of these, one looks for a ladder and one for a program
        assertThat(during(() -> Noting.log(client, task, DONE))).hasSizeLessThanOrEqualTo(9);
        var list = "/v1/clients/" + client.id() + "/logs";
        clinician.asks().get(list);
        var two = during(() -> clinician.asks().get(list).then().body("items", hasSize(2)));
        Noting.log(client, Noting.task(clinician, client), DONE);
        var three = during(() -> clinician.asks().get(list).then().body("items", hasSize(3)));
        assertThat(three).hasSameSizeAs(two);
    }

    @Test
    void eachReadAndWriteLeavesItsRow() {
        var task = Noting.task(clinician, client);
        var log = Noting.log(client, task, DRAFT);
        logs(client, task, DONE);
        clinician.asks().get("/v1/logs/" + log).then().statusCode(200);
        for (var deed : List.of("log.drafted", "log.completed", "log.read")) {
            assertThat(people.count(
                            admin.practice(),
                            "select count(*) from audit_entry where action = ? and subject_id = '" + log + "'",
                            deed))
                    .as(deed)
                    .isOne();
        }
    }

    static String unplanned(String body) {
        return body.replaceFirst("\\{", "{\"exercise\": \"asking-ladder\", ");
    }

    static Response corrects(Someone who, String log, String body) {
        return who.asks().body(body).post("/v1/logs/" + log + "/corrections");
    }
}

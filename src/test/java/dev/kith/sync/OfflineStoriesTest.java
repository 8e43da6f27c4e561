package dev.kith.sync;

import static dev.kith.sync.Batch.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Sandbox;
import dev.kith.house.Work;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exercises that were done offline, and weeks without a network. */
@QuarkusTest
class OfflineStoriesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String WORDS = "{\"text\": \"At work.\", \"sharing\": \"private\"}";

    @Inject
    People people;

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway") // each story says whom it is about
    Someone admin;

    @SuppressWarnings("NullAway")
    Someone clinician;

    @SuppressWarnings("NullAway")
    Someone client;

    @Test
    void wordsThatWereTakenBackStayTakenBackWhenABatchComesAgain() {
        meet(people.practice());
        var log = id();
        Batch.of(logged(log, Noting.task(clinician, client), true, WORDS))
                .from(client)
                .statusCode(200);
        var batch = Batch.of(
                "{\"id\": \"%s\", \"kind\": \"sharing\", \"log\": \"%s\", \"saidAt\": \"%s\", \"sharing\": {\"before.context\": \"shared\"}}"
                        .formatted(id(), log, Instant.now()));
        batch.from(client).body("items.status", contains("done"));
        client.asks()
                .body("{\"sharing\": {\"before.context\": \"private\"}}")
                .put("/v1/logs/" + log + "/sharing")
                .then()
                .statusCode(200);
        batch.from(client).body("items.status", contains("unchanged"));
        assertThat(clinician.asks().get("/v1/logs/" + log).asString()).doesNotContain("At work.");
    }

    @Test
    void helpersWhoAreSharedDifferentlyAreSentAgainAsTheyWere() {
        meet(people.practice());
        var batch = Batch.of(
                logged(id(), Noting.task(clinician, client), true, null).replace("\"after\": {", """
                        "after": {"who-helped": [{"who": "friend", "alias": "A.", "sharing": "shared"},
                          {"who": "family", "alias": "B.", "sharing": "private"}], """));
        batch.from(client).body("items.status", contains("done"));
        batch.from(client)
                .body("items.status", contains("unchanged"))
                .body("items[0].log.after.who-helped.sharing", contains("shared", "private"));
    }

    @Test
    void exercisesAreTakenInAsAnswersAre() {
        meet(people.practice());
        var missed = Noting.task(clinician, client);
        past(missed);
        var withdrawn = Noting.task(clinician, client);
        end(withdrawn);
        var log = id();
        var batch = Batch.of(
                "{\"id\": \"%s\", \"kind\": \"sharing\", \"log\": \"%s\", \"saidAt\": \"%s\", \"sharing\": {\"before.context\": \"shared\"}}"
                        .formatted(id(), log, Instant.now().minusSeconds(60)),
                logged(log, missed, true, WORDS)
                        .replace(
                                "\"complete\"",
                                "\"authoredAt\": \"" + Instant.now().minusSeconds(600) + "\", \"complete\""),
                logged(id(), withdrawn, true, null),
                logged(id(), Noting.task(clinician, client), false, null));
        batch.from(client)
                .statusCode(200)
                .body("items.status", everyItem(equalTo("done")))
                .body("items.httpStatus", contains(200, 201, 201, 201))
                .body("items.keptWithoutTask", contains(false, false, true, false))
                .body("items[1].log.late", equalTo(true))
                .body("items[2].log.taskId", nullValue())
                .body("items[0].log.before.context.sharing", equalTo("shared"));
        client.asks()
                .get("/v1/tasks/" + missed)
                .then()
                .body("state", equalTo("completed"))
                .body("late", equalTo(true));
        client.asks().get("/v1/tasks/" + withdrawn).then().body("state", equalTo("cancelled"));
        var before = rows.of(client.practice());
        batch.shuffled(3).from(client).body("items.status", everyItem(equalTo("unchanged")));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void wordsThatAreAnothersAreNotThere() {
        meet(people.practice());
        var other = people.clientOf(clinician);
        var log = Noting.log(other, Noting.task(clinician, other), Noting.DONE);
        var task = Noting.task(clinician, other);
        Batch.of(
                        "{\"id\": \"%s\", \"kind\": \"sharing\", \"log\": \"%s\", \"saidAt\": \"%s\", \"sharing\": {\"before.context\": \"shared\"}}"
                                .formatted(id(), log, Instant.now()),
                        logged(id(), task, true, null),
                        logged(log, null, true, null))
                .from(client)
                .body("items.httpStatus", everyItem(equalTo(404)));
    }

    @Test
    void whatWasDoneOfflineBehindAClosedGateIsKeptAndTold() {
        meet(people.practice());
        var task = Noting.task(clinician, client);
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": false, \"reason\": \"They fell out.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
        Noting.logs(client, task, Noting.DONE).statusCode(409);
        var done = logged(id(), task, true, null);
        for (var time = 0; time < 2; time++) {
            Batch.of(done)
                    .from(client)
                    .body("items[0].problem", nullValue())
                    .body("items.keptWithoutTask", contains(true));
        }
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.rule", contains("done-behind-closed-gate"));
        assertThat(people.count(client.practice(), "select count(*) from log where state = 'completed'"))
                .isEqualTo(1);
    }

    @Test
    void aStopRuleThatWasUsedOfflineIsTold() {
        meet(people.practice());
        var stopped = logged(id(), Noting.task(clinician, client), true, null)
                .replace("\"complete\"", "\"stopRuleUsed\": true, \"complete\"");
        for (var time = 0; time < 2; time++) {
            Batch.of(stopped).from(client).body("items[0].problem", nullValue());
        }
        assertThat(people.count(client.practice(), "select count(*) from alert where client_id = ?", client.id()))
                .isEqualTo(1);
    }

    @Test
    void threeWeeksOfflineOverAClockChangeLoseNothing() {
        meet(people.sandbox());
        Sandbox.moveTo(admin, "2027-03-14T12:00:00Z");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "phq-2", "schedule": {"start": "2027-03-15T08:00", "timeZone": "Europe/Berlin",
                  "rrule": "FREQ=DAILY;COUNT=21", "opensFor": "PT12H"}}
                """);
        var cursor = Batch.of()
                .from(client, Instant.parse("2027-03-14T12:00:00Z"), null)
                .statusCode(200)
                .body("changes.tasks.size()", equalTo(21))
                .extract()
                .<String>path("cursor");
        Sandbox.moveTo(admin, "2027-04-05T12:00:00Z");
        var items = new ArrayList<String>();
        var done = new HashMap<String, Instant>();
        for (var task : Work.tasks(clinician, assignment)) {
            var day = LocalDate.parse(String.valueOf(task.get("local")).substring(0, 10));
            var at = day.atTime(9, 0).atZone(BERLIN).toInstant();
            var response = id();
            done.put(response, at);
            items.add("""
                    {"id": "%s", "kind": "response", "task": "%s", "questionnaire": "phq-2", "authoredAt": "%s",
                     "answers": {"phq-2.1": 1, "phq-2.2": 1}, "complete": true}
                    """.formatted(response, task.get("id"), at));
        }
        var now = Sandbox.now(admin);
        new Batch(items)
                .shuffled(7)
                .from(client, now, cursor)
                .statusCode(200)
                .body("items.status", everyItem(equalTo("done")))
                .body("items.keptWithoutTask", everyItem(equalTo(false)))
                .body("changes.answered.size()", equalTo(21));
        assertThat(Work.each(Work.tasks(clinician, assignment), "state"))
                .hasSize(21)
                .containsOnly("completed");
        assertThat(Work.each(Work.tasks(clinician, assignment), "late")).containsOnly(true);
        List<Map<String, String>> kept = client.asks()
                .get("/v1/clients/" + client.id() + "/responses")
                .then()
                .extract()
                .path("items");
        assertThat(kept).hasSize(21);
        for (var one : kept) {
            var then = Objects.requireNonNull(done.get(one.get("id")));
            assertThat(Instant.parse(one.get("authoredAt"))).isBetween(then.minusSeconds(60), then.plusSeconds(60));
        }
        assertThat(done.values().stream()
                        .map(at -> at.toString().substring(11, 13))
                        .distinct())
                .containsExactlyInAnyOrder("08", "07"); // nine in the morning, before the change and after it
    }

    private void meet(Someone admin) {
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        this.admin = admin;
    }

    private static String logged(String id, @Nullable String task, boolean complete, @Nullable String words) {
        return """
                {"id": "%s", "kind": "log", %s"exercise": "asking-ladder", "before": {"rung": 1, "suds": 6, "expectation": 80%s},
                 "after": {"suds-peak": 7, "suds": 4, "outcome": "asked-yes"}, "complete": %s}
                """.formatted(
                        id,
                        task == null ? "" : "\"task\": \"" + task + "\", ",
                        words == null ? "" : ", \"context\": " + words,
                        complete);
    }

    private void past(String task) {
        people.run(client.practice(), """
                update task set opens_at = opens_at - interval '9 days', due_at = opens_at - interval '8 days',
                  late_after = opens_at - interval '8 days', closes_at = opens_at - interval '8 days'
                where practice_id = kith_practice() and id = ?::uuid
                """, task);
    }

    private void end(String task) {
        String assignment =
                clinician.asks().get("/v1/tasks/" + task).then().extract().path("assignmentId");
        var etag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
        clinician
                .asks()
                .header("If-Match", etag)
                .body("{\"state\": \"ended\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }
}

package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.assigns;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.standing;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.OwnExercise;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client's pace with given work: not this time, not now, less of it, not at all for a while; and gates that keep them safe. */
@QuarkusTest
class PaceOfWorkTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Clock clock;

    Someone clinician;
    Someone client;
    LocalDate today;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void aTaskIsSkippedForABarrierOnce() {
        var task = worlds.task(clinician, client);
        var skip = "{\"barrier\": \"no-time\", \"note\": \"Double shift\"}";
        post("/v1/tasks/" + task + "/skip", skip)
                .statusCode(200)
                .body("state", equalTo("skipped"))
                .body("barrier", equalTo("no-time"));
        post("/v1/tasks/" + task + "/skip", skip).statusCode(200);
        post("/v1/tasks/" + task + "/skip", "{\"barrier\": \"forgot\"}").statusCode(409);
        client.asks()
                .body(Worlds.CALM)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(409);
        alerts().body("items", hasSize(0));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from outbox_event where payload::text like '%Double shift%'"))
                .isZero();
    }

    @Test
    void aBarrierThatNobodyKnowsIsRefused() {
        var task = worlds.task(clinician, client);
        post("/v1/tasks/" + task + "/skip", "{\"barrier\": \"lazy\"}").statusCode(400);
        post("/v1/tasks/" + task + "/skip", "{}").statusCode(422).body("errors[0].pointer", equalTo("/barrier"));
    }

    @Test
    void feelingUnsafeIsHeard() {
        var task = worlds.task(clinician, client);
        post("/v1/tasks/" + task + "/skip", "{\"barrier\": \"felt-unsafe\"}").statusCode(200);
        alerts().body("items.rule", contains("felt-unsafe"))
                .body("items[0].kind", equalTo("work"))
                .body("items[0].aboutId", equalTo(task));
    }

    @Test
    void anotherClientCannotSkipIt() {
        var task = worlds.task(clinician, client);
        people.clientOf(clinician)
                .asks()
                .body("{\"barrier\": \"no-time\"}")
                .post("/v1/tasks/" + task + "/skip")
                .then()
                .statusCode(404);
    }

    @Test
    void aTaskIsSnoozedWithinItsWindow() {
        var task = worlds.task(clinician, client);
        post("/v1/tasks/" + task + "/snooze", "{\"forDuration\": \"PT2H\"}")
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("snoozedUntil", notNullValue());
        post("/v1/tasks/" + task + "/snooze", "{\"forDuration\": \"P30D\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("out-of-range"));
        post("/v1/tasks/" + task + "/snooze", "{}").statusCode(422).body("errors[0].code", equalTo("one-of"));
    }

    @Test
    void tooMuchLowersTheDoseFromTheNextPeriodOnAndIsHeard() {
        var assignment = assigned(clinician, client, """
                {"exercise": "slow-breath", "dose": {"times": 3, "per": "week"},
                 "schedule": {"start": "%s", "rrule": "FREQ=WEEKLY;COUNT=3"}}
                """.formatted(today));
        post("/v1/assignments/" + assignment + "/too-much", "{}")
                .statusCode(200)
                .body("done", equalTo("fewer-times"))
                .body("assignment.schedule.dose.times", equalTo(2));
        assertThat(each(standing(tasks(clinician, assignment)), "ordinal"))
                .containsExactlyInAnyOrder(1, 2, 3, 1, 2, 1, 2);
        alerts().body("items.rule", contains("too-much"));
    }

    @Test
    void whatAClientWritesIsForTheCareTeamAndNotForPrograms() {
        var skipped = worlds.task(clinician, client);
        post("/v1/tasks/" + skipped + "/skip", "{\"barrier\": \"other\", \"note\": \"canary-skip\"}")
                .statusCode(200);
        var paused = worlds.assignment(clinician, client);
        patch(client, paused, 0, "{\"state\": \"paused\", \"reason\": \"canary-pause\"}")
                .statusCode(200);
        var lowered = assigned(clinician, client, """
                {"exercise": "slow-breath", "dose": {"times": 3, "per": "week"}, "schedule": {"rrule": "FREQ=WEEKLY;COUNT=3"}}
                """);
        post("/v1/assignments/" + lowered + "/too-much", "{\"note\": \"canary-much\"}")
                .statusCode(200);
        var program = people.integration(client.practice(), "assignments:read");
        var told = new StringBuilder();
        for (var path : List.of(
                "/v1/clients/" + client.id() + "/tasks",
                "/v1/clients/" + client.id() + "/assignments",
                "/v1/tasks/" + skipped,
                "/v1/assignments/" + paused,
                "/v1/assignments/" + lowered + "/schedules")) {
            told.append(
                    program.asks().get(path).then().statusCode(200).extract().asString());
            assertThat(told).doesNotContain("canary");
        }
        assertThat(clinician.asks().get("/v1/clients/" + client.id() + "/tasks").asString())
                .contains("canary-skip");
        assertThat(clinician.asks().get("/v1/assignments/" + paused).asString()).contains("canary-pause");
        assertThat(clinician
                        .asks()
                        .get("/v1/assignments/" + lowered + "/schedules")
                        .asString())
                .contains("canary-much");
    }

    @Test
    void tooMuchOfADailyRuleIsEverySecondDayAndOfSomethingOnceAPause() {
        var often = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "%s", "rrule": "FREQ=DAILY;COUNT=10"}}
                """.formatted(today));
        post("/v1/assignments/" + often + "/too-much", "{}")
                .statusCode(200)
                .body("done", equalTo("half-as-often"))
                .body("assignment.schedule.rrule", equalTo("FREQ=DAILY;COUNT=5;INTERVAL=2"));
        var once = worlds.assignment(clinician, client);
        post("/v1/assignments/" + once + "/too-much", "{\"note\": \"Not now\"}")
                .statusCode(200)
                .body("done", equalTo("paused"))
                .body("assignment.pausedByClient", equalTo(true));
        post("/v1/assignments/" + once + "/too-much", "{}").statusCode(409);
    }

    @Test
    void aClientPausesAndResumesButDoesNotEnd() {
        var assignment = worlds.assignment(clinician, client);
        patch(client, assignment, 0, "{\"state\": \"paused\", \"reason\": \"Exams\"}")
                .statusCode(200)
                .body("pausedByClient", equalTo(true))
                .body("pauseReason", equalTo("Exams"));
        patch(client, assignment, 1, "{\"state\": \"ended\"}").statusCode(409);
        patch(client, assignment, 1, "{\"state\": \"active\"}").statusCode(200).body("pausedAt", nullValue());
        patch(clinician, assignment, 2, "{\"state\": \"paused\"}").statusCode(200);
        patch(client, assignment, 3, "{\"state\": \"active\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("paused-by-clinician"));
    }

    @Test
    void aClinicianWhoPausesWhatTheClientPausedDecidesWhenItGoesOn() {
        var assignment = worlds.assignment(clinician, client);
        patch(client, assignment, 0, "{\"state\": \"paused\"}").statusCode(200);
        patch(clinician, assignment, 1, "{\"state\": \"paused\", \"reason\": \"Let us talk first\"}")
                .statusCode(200)
                .body("pausedByClient", equalTo(false));
        patch(client, assignment, 2, "{\"state\": \"active\"}").statusCode(409);
    }

    @Test
    void whoIsOnNobodysCaseloadIsHeardAllTheSame() {
        var task = worlds.task(clinician, client);
        people.run(
                client.practice(), "update care_team_member set until_on = from_on where client_id = ?", client.id());
        post("/v1/tasks/" + task + "/skip", "{\"barrier\": \"felt-unsafe\"}").statusCode(200);
        assertThat(people.count(client.practice(), "select count(*) from alert where rule = 'nobody-on-care-team'"))
                .isOne();
    }

    @Test
    void theSameAssignmentSaidAgainDoesNotUndoWhatTheClientLowered() {
        var integration = people.integration(client.practice(), "assignments:write");
        var body = """
                {"exercise": "slow-breath", "dose": {"times": 3, "per": "week"}, "schedule": {"rrule": "FREQ=WEEKLY;COUNT=3"}}
                """;
        var path = "/v1/clients/" + client.id() + "/assignments?externalId=ehr%7C9";
        String assignment = integration
                .asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post("/v1/assignments/" + assignment + "/too-much", "{}").statusCode(200);
        integration
                .asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("schedule.dose.times", equalTo(2));
        post("/v1/assignments/" + assignment + "/too-much", "{}").statusCode(200);
        alerts().body("items.rule", contains("too-much", "too-much")).body("items[0].aboutId", equalTo(assignment));
    }

    @Test
    void nothingIsAskedOfWhoIsOutOfCare() {
        var assignment = worlds.assignment(clinician, client);
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"archived\": true}")
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
        clinician
                .asks()
                .get("/v1/assignments/" + assignment)
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("pauseReason", equalTo("client-archived"));
    }

    @Test
    void whatCliniciansWroteForCliniciansIsNotThereForTheClient() {
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "reason": "canary-reason", "note": "canary-note"}
                """);
        var seen = client.asks()
                .get("/v1/assignments/" + assignment)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var listed = client.asks()
                .get("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(seen + listed).doesNotContain("canary");
    }

    @Test
    void anAskingExerciseWaitsUntilThereIsSomebodySafeToAsk() {
        var ladder = "{\"exercise\": \"asking-ladder\"}";
        assigns(clinician, client, ladder)
                .statusCode(409)
                .body("errors[0].code", equalTo("gate-closed"))
                .body("errors[0].detail", equalTo("safe-person"));
        answerSafe("not-sure");
        assigns(clinician, client, ladder).statusCode(409);
        answerSafe("yes");
        assigns(clinician, client, ladder).statusCode(201);
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200)
                .body("items.gate", contains("safe-person"))
                .body("items[0].open", equalTo(true))
                .body("items[0].byClinician", equalTo(false));
    }

    @Test
    void aWordAboutTwoGatesLooksOnceAtTheWorkThatTheyHold() {
        var one = "{\"code\": \"word\", \"text\": {\"en\": \"Ask me first.\"}}";
        OwnExercise.publish(
                people.admin(client.practice()),
                OwnExercise.json("evening-walk").replace(one, one + ", " + one.replace("word", "light")),
                "evening-walk");
        var both =
                "{\"exercise\": \"evening-walk\", \"opensGates\": [\"word\", \"light\"], \"reason\": \"We walked it.\"}";
        var asked = Statements.during(() -> assigns(clinician, client, both).statusCode(201));
        assertThat(asked).filteredOn(sql -> sql.contains("held_by='gate'")).hasSize(1);
        assertThat(people.count(client.practice(), "select count(*) from gate_word where opens"))
                .isEqualTo(2);
        assertThat(people.count(client.practice(), "select count(*) from outbox_event where kind = 'gate.opened'"))
                .isEqualTo(2);
        clinician
                .asks()
                .body("{\"gate\": \"light\", \"opens\": false, \"reason\": \"It is dark.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
        client.asks().get("/v1/me/tasks?state=open").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aCliniciansWordOpensAGateWithAReason() {
        assigns(clinician, client, "{\"exercise\": \"asking-ladder\", \"opensGates\": [\"safe-person\"]}")
                .statusCode(422);
        assertThat(people.count(client.practice(), "select count(*) from gate_word"))
                .isZero();
        assigns(clinician, client, """
                {"exercise": "asking-ladder", "opensGates": ["safe-person"], "reason": "Her sister is safe to ask."}
                """).statusCode(201);
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": false, \"reason\": \"They fell out.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200)
                .body("open", equalTo(false));
        assigns(clinician, client, "{\"exercise\": \"asking-ladder\"}").statusCode(409);
        client.asks().get("/v1/me/tasks?state=open").then().statusCode(200).body("items", hasSize(0));
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/tasks?state=open")
                .then()
                .statusCode(200)
                .body("items[0].closedGates", contains("safe-person"), "items[0].paused", equalTo(true));
    }

    private void answerSafe(String answer) {
        var assignment = assigned(clinician, client, "{\"questionnaire\": \"ksr-20\"}");
        var task = tasks(clinician, assignment).get(0).get("id");
        client.asks()
                .body("{\"answers\": {\"ksr-20.q0b\": \"%s\"}, \"complete\": true}".formatted(answer))
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse alerts() {
        return clinician.asks().get("/v1/alerts").then().statusCode(200);
    }

    private ValidatableResponse post(String path, String body) {
        return client.asks().body(body).post(path).then();
    }

    private static ValidatableResponse patch(Someone who, String assignment, int version, String body) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch("/v1/assignments/" + assignment)
                .then();
    }
}

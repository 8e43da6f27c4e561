package dev.kith.response;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that do not fit, each with the place that is wrong; none leaves a trace. */
@QuarkusTest
class AnswerRulesTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    Someone clinician;
    Someone client;
    String task;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        task = worlds.task(clinician, client);
    }

    @Test
    void eachFaultHasItsPointer() {
        fault(Worlds.CALM.replace("phq-9.1\"", "phq-9.99\""), 422, "/answers/phq-9.99", "unknown-link-id");
        fault(Worlds.CALM.replace("phq-9.1\"", "a/b~c\""), 422, "/answers/a~1b~0c", "unknown-link-id");
        fault(Worlds.CALM.replace("\"phq-9.9\": 0, ", ""), 422, "/answers/phq-9.9", "missing-required");
        fault(Worlds.CALM.replace("\"phq-9.9\": 0", "\"phq-9.9\": null"), 422, "/answers/phq-9.9", "missing-required");
        fault(Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": 4"), 422, "/answers/phq-9.2", "option-not-offered");
        fault(Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": -1"), 422, "/answers/phq-9.2", "option-not-offered");
        fault(Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": 1.5"), 422, "/answers/phq-9.2", "option-not-offered");
        fault(Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": \"1\""), 400, "/answers/phq-9.2", "wrong-type");
        fault(Worlds.CALM.replace("\"phq-9.2\": 1", "\"phq-9.2\": true"), 400, "/answers/phq-9.2", "wrong-type");
        fault("{\"answers\": {}, \"complete\": true}", 422, "/answers", "missing-required");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        answered(task, "{\"answers\": {\"phq-9.1\": 9, \"phq-9.2\": 9, \"x\": 1}, \"complete\": false}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/answers/phq-9.1"))
                .body("errors.pointer", hasItem("/answers/phq-9.2"))
                .body("errors.pointer", hasItem("/answers/x"));
    }

    @Test
    void aTaskThatClosedOrHasNotOpenedTakesNothing() {
        answered(scheduled("2020-01-01"), Worlds.CALM).statusCode(409).body("errors[0].code", equalTo("task-closed"));
        answered(scheduled("2150-01-01"), Worlds.CALM).statusCode(409).body("errors[0].code", equalTo("task-not-open"));
    }

    @Test
    void aTaskOfAnEndedOrPausedAssignmentTakesNothing() {
        for (var state : new String[] {"paused", "ended"}) {
            var assignment = worlds.assignment(clinician, client);
            var of = worlds.taskOf(clinician, assignment);
            clinician
                    .asks()
                    .header("If-Match", "\"0\"")
                    .body("{\"state\": \"" + state + "\"}")
                    .patch("/v1/assignments/" + assignment)
                    .then()
                    .statusCode(200);
            answered(of, Worlds.CALM).statusCode(409);
        }
    }

    @Test
    void anotherQuestionnaireThanTheTasksIsRefused() {
        var body = """
                {"task": "%s", "questionnaire": "gad-7", "author": "client", "complete": false, "answers": {}}
                """.formatted(task);
        client.asks()
                .body(body)
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/questionnaire"))
                .body("errors[0].code", equalTo("not-the-tasks-questionnaire"));
    }

    @Test
    void anothersTaskIsNotThere() {
        var other = people.clientOf(clinician);
        other.asks()
                .body(Worlds.CALM)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(404);
        var body = """
                {"task": "%s", "questionnaire": "phq-9", "author": "client", "complete": false, "answers": {}}
                """.formatted(task);
        other.asks().body(body).put("/v1/responses/" + Ids.next()).then().statusCode(404);
        answered(Ids.next().toString(), Worlds.CALM).statusCode(404);
    }

    @Test
    void aClientAnswersForThemselvesAndNow() {
        var body = """
                {"questionnaire": "phq-9", "author": "%s", "complete": false, "answers": {}%s}
                """;
        client.asks()
                .body(body.formatted("clinician", ""))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/author"));
        client.asks()
                .body(body.formatted("client", ", \"authoredAt\": \"2020-01-01T00:00:00Z\""))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/authoredAt"));
    }

    @Test
    void theLanguageThatAnswersWereLastGivenInIsKept() {
        var id = "/v1/responses/" + Ids.next();
        var body = """
                {"questionnaire": "ksr-20", "author": "client", "answers": {"ksr-20.a1": 2}, LANGUAGE "complete": false}
                """;
        client.asks()
                .body(body.replace("LANGUAGE", "\"language\": \"es\","))
                .put(id)
                .then()
                .statusCode(201)
                .body("language", equalTo("es"));
        client.asks()
                .body(body.replace("LANGUAGE", ""))
                .put(id)
                .then()
                .statusCode(200)
                .body("language", equalTo("es"));
        client.asks()
                .body(body.replace("LANGUAGE", "\"language\": \"de\",").replace("false", "true"))
                .put(id)
                .then()
                .statusCode(200)
                .body("language", equalTo("de"), "label", org.hamcrest.Matchers.containsString("Nicht validiert"));
    }

    @Test
    void aClockThatIsAheadMakesNobodyTooFast() {
        Assertions.assertThat(flags(Duration.ofSeconds(300))).isEmpty();
        Assertions.assertThat(flags(Duration.ofSeconds(20))).containsExactly("too-fast");
    }

    /** Of a reflection that took so long, by an app whose clock is nearly five minutes ahead. */
    private List<String> flags(Duration took) {
        var ahead = Duration.ofSeconds(290);
        var now = clock.instant();
        var body = """
                {"questionnaire": "ksr-20", "author": "client", "answers": {"ksr-20.a1": 2}, "complete": true,
                 "startedAt": "%s", "clientTime": "%s"}
                """.formatted(now.minus(took).plus(ahead), now.plus(ahead));
        var response = "/v1/responses/" + Ids.next();
        client.asks().body(body).put(response).then().statusCode(201);
        return clinician.asks().get(response).then().statusCode(200).extract().path("flags");
    }

    private String scheduled(String start) {
        String assignment = clinician
                .asks()
                .body("{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"" + start
                        + "\", \"opensFor\": \"P1D\"}}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return worlds.taskOf(clinician, assignment);
    }

    private ValidatableResponse answered(String task, String body) {
        var before = rows.of(client.practice());
        var reply =
                client.asks().body(body).put("/v1/tasks/" + task + "/response").then();
        Assertions.assertThat(rows.of(client.practice())).isEqualTo(before);
        return reply;
    }

    private void fault(String body, int status, String pointer, String code) {
        answered(task, body)
                .statusCode(status)
                .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code));
    }
}

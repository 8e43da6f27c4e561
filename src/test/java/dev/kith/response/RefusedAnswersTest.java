package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a client says about not wanting to live is lost because the call that says it is refused. */
@QuarkusTest
class RefusedAnswersTest {
    private static final String DRAFT = Worlds.CRITICAL.replace("\"complete\": true", "\"complete\": false");
    private static final String OWN = "{\"questionnaire\": \"phq-9\", \"author\": \"client\", ";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;
    String assignment;
    String task;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        assignment = worlds.assignment(clinician, client);
        task = worlds.taskOf(clinician, assignment);
    }

    @Test
    void aMinuteAfterClosingItIsKeptLateAndTheProblemCarriesTheCard() {
        close();
        answer(Worlds.CRITICAL)
                .statusCode(409)
                .body("errors[0].code", equalTo("task-closed"), "crisisCard.text", notNullValue());
        var about = alert();
        clinician
                .asks()
                .get("/v1/responses/" + about)
                .then()
                .body("state", equalTo("completed"), "taskId", equalTo(task), "answers.'phq-9.9'", equalTo(2));
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("completed"), "late", equalTo(true));
        client.asks().get("/v1/responses/" + about + "/crisis-cards").then().body("items", hasSize(1));
        answer(Worlds.CRITICAL).statusCode(200).body("id", equalTo(about), "crisisCard.text", notNullValue());
        assertThat(count("alert")).isOne();
    }

    @Test
    void whileItIsPausedItIsKeptWithoutTheTaskOnceHoweverOftenItIsSent() throws Exception {
        become("paused");
        var replies =
                AtOnce.calls(32, () -> client.asks().body(Worlds.CRITICAL).put("/v1/tasks/" + task + "/response"));
        assertThat(replies).extracting(Response::statusCode).containsOnly(409);
        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.<Object>path("crisisCard.text")).isNotNull());
        assertThat(count("alert")).isOne();
        assertThat(count("response")).isOne();
        clinician
                .asks()
                .get("/v1/responses/" + alert())
                .then()
                .body("state", equalTo("completed"), "taskId", nullValue());
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("open"), "responseId", nullValue());
    }

    @Test
    void whatIsNotCriticalIsRefusedAsEver() {
        become("paused");
        var before = rows.of(client.practice());
        answer(Worlds.CALM).statusCode(409).body("crisisCard", nullValue());
        put(Ids.next(), OWN + Worlds.CALM.substring(1).replace("\"phq-9.2\": 1", "\"phq-9.2\": 9"))
                .statusCode(422)
                .body("crisisCard", nullValue());
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void aDraftThatIsRefusedIsKeptAsTheDraftOfItsTask() {
        become("paused");
        answer(DRAFT).statusCode(409).body("crisisCard.text", notNullValue());
        answer(DRAFT).statusCode(409).body("crisisCard.text", notNullValue());
        var about = alert();
        clinician.asks().get("/v1/responses/" + about).then().body("state", equalTo("in-progress"));
        become("active");
        answer(Worlds.CRITICAL).statusCode(200).body("id", equalTo(about), "state", equalTo("completed"));
        assertThat(count("alert")).isOne();
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("completed"));
    }

    @Test
    void ofASendingThatIsRefusedAsAWholeWhatCanBeReadIsHeardAndMendedItIsTheSame() {
        var faulty = List.of(
                Worlds.CRITICAL.replace("\"phq-9.2\": 1", "\"phq-9.2\": 9"),
                Worlds.CRITICAL.replace("\"phq-9.2\": 1", "\"phq-9.2\": \"much\""),
                Worlds.CRITICAL.replace("\"phq-9.2\": 1, ", ""),
                Worlds.CRITICAL.replace("\"phq-9.9\": 2", "\"phq-9.9\": \"2\""),
                Worlds.CRITICAL.replace("\"complete\"", "\"score\": 10, \"complete\""),
                Worlds.CRITICAL.replace("\"complete\": true", "\"complete\": \"yes\""),
                Worlds.CRITICAL.replace("\"complete\"", "\"timeZone\": \"Nowhere/Land\", \"complete\""),
                Worlds.CRITICAL.replace("\"complete\"", "\"startedAt\": 7, \"complete\""));
        for (var body : faulty) {
            client = people.clientOf(clinician);
            task = worlds.task(clinician, client);
            for (var time = 0; time < 2; time++) {
                var refused = answer(body).body("crisisCard.text", notNullValue());
                assertThat(refused.extract().statusCode()).as(body).isIn(400, 422);
            }
            var about = alert();
            clinician
                    .asks()
                    .get("/v1/responses/" + about)
                    .then()
                    .body("state", equalTo("in-progress"), "answers.'phq-9.9'", equalTo(2));
            answer(Worlds.CRITICAL).statusCode(200).body("id", equalTo(about), "state", equalTo("completed"));
            assertThat(count("alert")).as(body).isOne();
            clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("completed"));
        }
    }

    @Test
    void underAnIdOfItsOwnTooAndMendedItIsTheSame() {
        var id = Ids.next();
        var whole = OWN + Worlds.CRITICAL.substring(1);
        put(id, whole.replace("\"phq-9.2\": 1", "\"phq-9.2\": 9"))
                .statusCode(422)
                .body("crisisCard.text", notNullValue());
        assertThat(alert()).isEqualTo(id.toString());
        put(id, whole.replace("\"complete\"", "\"mood\": 1, \"complete\""))
                .statusCode(400)
                .body("crisisCard.text", notNullValue());
        put(id, whole).statusCode(200).body("state", equalTo("completed"));
        assertThat(count("alert")).isOne();
    }

    @Test
    void whatWasCompletedOtherwiseBeforeStandsAndTheOtherIsKeptBesideIt() throws Exception {
        var stands = worlds.answer(client, task, Worlds.CALM);
        AtOnce.calls(32, () -> client.asks().body(Worlds.CRITICAL).put("/v1/tasks/" + task + "/response"))
                .forEach(reply -> {
                    assertThat(reply.statusCode()).isEqualTo(409);
                    assertThat(reply.<String>path("errors[0].code")).isEqualTo("already-completed");
                    assertThat(reply.<Object>path("crisisCard.text")).isNotNull();
                });
        var about = alert();
        assertThat(about).isNotEqualTo(stands);
        clinician.asks().get("/v1/responses/" + about).then().body("answers.'phq-9.9'", equalTo(2));
        clinician.asks().get("/v1/responses/" + stands).then().body("answers.'phq-9.9'", equalTo(0));
        assertThat(count("response")).isEqualTo(2);
        put(UUID.fromString(stands), OWN + Worlds.answers(3).substring(1))
                .statusCode(409)
                .body("crisisCard.text", notNullValue());
        assertThat(count("alert")).isEqualTo(2);
        assertThat(people.count(client.practice(), "select count(distinct thread_id) from alert"))
                .isOne();
    }

    @Test
    void anAmendmentThatIsRefusedIsToldAboutTheResponse() {
        var stands = worlds.answer(client, task, Worlds.CALM);
        var amendment = Worlds.CRITICAL
                .replace("\"phq-9.2\": 1", "\"phq-9.2\": 9")
                .replace("\"complete\": true", "\"reason\": \"Misread\"");
        for (var time = 0; time < 2; time++) {
            client.asks()
                    .header("Idempotency-Key", "amend-" + stands)
                    .body(amendment)
                    .post("/v1/responses/" + stands + "/amendments")
                    .then()
                    .statusCode(422)
                    .body("crisisCard.text", notNullValue());
        }
        assertThat(alert()).isEqualTo(stands);
        clinician.asks().get("/v1/responses/" + stands).then().body("state", equalTo("completed"));
        client.asks().get("/v1/responses/" + stands + "/crisis-cards").then().body("items", hasSize(1));
    }

    @Test
    void nobodyLearnsOfOthersIdsAndNothingIsToldAboutThem() {
        var other = people.clientOf(clinician);
        var theirTask = worlds.task(clinician, other);
        var theirs = worlds.answer(other, theirTask, Worlds.CALM);
        var faulty = Worlds.CRITICAL.replace("\"complete\"", "\"score\": 10, \"complete\"");
        for (var id : List.of(theirTask, Ids.next().toString())) {
            client.asks()
                    .body(faulty)
                    .put("/v1/tasks/" + id + "/response")
                    .then()
                    .statusCode(400)
                    .body("crisisCard", nullValue());
            client.asks()
                    .body(Worlds.CRITICAL)
                    .put("/v1/tasks/" + id + "/response")
                    .then()
                    .statusCode(404)
                    .body("crisisCard", nullValue());
        }
        assertThat(count("alert")).isZero();
        for (var id : List.of(theirs, Ids.next().toString())) {
            put(UUID.fromString(id), OWN + faulty.substring(1)).statusCode(400).body("crisisCard", notNullValue());
        }
        var stranger = people.clinician(client.practice());
        for (var who : List.of(client.id(), Ids.next())) {
            var body = OWN + "\"client\": \"" + who + "\", " + faulty.substring(1);
            stranger.asks()
                    .body(body)
                    .put("/v1/responses/" + Ids.next())
                    .then()
                    .statusCode(400)
                    .body("crisisCard", nullValue());
        }
        assertThat(people.count(client.practice(), "select count(*) from alert where client_id = ?", other.id()))
                .isZero();
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from alert where client_id = ? and about_id = ?::uuid",
                        client.id(),
                        theirs))
                .isZero();
        clinician.asks().get("/v1/responses/" + theirs).then().body("answers.'phq-9.9'", equalTo(0));
    }

    @Test
    void whatAClinicianTypesInIsHeardToo() {
        var id = Ids.next();
        var body = "{\"client\": \"" + client.id() + "\", " + OWN.substring(1)
                + Worlds.CRITICAL.substring(1).replace("\"phq-9.2\": 1", "\"phq-9.2\": 9");
        clinician
                .asks()
                .body(body)
                .put("/v1/responses/" + id)
                .then()
                .statusCode(422)
                .body("crisisCard.text", notNullValue());
        assertThat(alert()).isEqualTo(id.toString());
    }

    @Test
    void whatCannotBeHeardIsNotRefusedForGoodButSentAgain() {
        become("paused");
        people.asOwner("alter table alert add constraint nothing_is_heard check (state <> 'open') not valid");
        try {
            answer(DRAFT)
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .body("detail", equalTo("What was said could not be heard."), "crisisCard", nullValue());
        } finally {
            people.asOwner("alter table alert drop constraint nothing_is_heard");
        }
        assertThat(count("response")).isZero();
        answer(DRAFT).statusCode(409).body("crisisCard.text", notNullValue());
        assertThat(count("alert")).isOne();
    }

    /** What the only alert is about; it is critical. */
    private String alert() {
        return clinician
                .asks()
                .get("/v1/alerts?client=" + client.id())
                .then()
                .statusCode(200)
                .body("items.severity", contains("critical"))
                .extract()
                .path("items[0].aboutId");
    }

    private ValidatableResponse answer(String body) {
        return client.asks().body(body).put("/v1/tasks/" + task + "/response").then();
    }

    private ValidatableResponse put(UUID id, String body) {
        return client.asks().body(body).put("/v1/responses/" + id).then();
    }

    private void close() {
        people.run(client.practice(), """
                update task set opens_at = opens_at - interval '9 days', due_at = opens_at - interval '8 days',
                  late_after = opens_at - interval '8 days', closes_at = opens_at - interval '8 days'
                where practice_id = kith_practice() and id = ?::uuid
                """, task);
    }

    private void become(String state) {
        var etag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
        clinician
                .asks()
                .header("If-Match", etag)
                .body("{\"state\": \"%s\"}".formatted(state))
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }

    private long count(String table) {
        return people.count(client.practice(), "select count(*) from " + table + " where client_id = ?", client.id());
    }
}

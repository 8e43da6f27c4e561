package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts, scores and earlier words when answers are drafted, completed, sent again and amended. */
@QuarkusTest
class AmendingTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

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
    void knownAnswersHaveTheirKnownScore() {
        answered(Worlds.CALM)
                .statusCode(201)
                .body("scores.find { it.scale == 'total' }.value", equalTo(8))
                .body("scores.find { it.scale == 'total' }.band.code", equalTo("mild"))
                .body("scores.find { it.scale == 'total' }.answered", equalTo(9))
                .body("crisisCard", nullValue());
        alerts(0);
    }

    @Test
    void aCriticalAnswerFiresWhateverTheTotal() {
        var lonely = Worlds.CRITICAL.replaceAll("(\"phq-9\\.[1-8]\"): 1", "$1: 0");
        answered(lonely).statusCode(201).body("scores[0].value", equalTo(2)).body("crisisCard.title", notNullValue());
        alerts(1)
                .body("items[0].severity", equalTo("critical"))
                .body("items[0].linkId", equalTo("phq-9.9"))
                .body("items[0].state", equalTo("open"));
    }

    @Test
    void aDraftThatSaysItFiresAtOnceAndCompletingFiresNoSecondTime() {
        var draft = "{\"answers\": {\"phq-9.9\": 2}, \"complete\": false}";
        answered(draft).statusCode(201).body("state", equalTo("in-progress")).body("crisisCard", notNullValue());
        alerts(1);
        answered(draft.replace("\"phq-9.9\": 2", "\"phq-9.9\": 3")).statusCode(200);
        answered(Worlds.CRITICAL).statusCode(200).body("state", equalTo("completed"));
        alerts(1);
    }

    @Test
    void aDraftThatTakesItBackKeepsItsAlert() {
        answered("{\"answers\": {\"phq-9.9\": 2}, \"complete\": false}").statusCode(201);
        answered(Worlds.CALM).statusCode(200).body("crisisCard", nullValue());
        alerts(1);
    }

    @Test
    void completingAgainGivesTheSameReplyWithItsCard() {
        var first = answered(Worlds.CRITICAL).statusCode(201).extract().asString();
        var again = answered(Worlds.CRITICAL).statusCode(200).extract().asString();
        assertThat(again).isEqualTo(first).contains("crisisCard").doesNotContain("\"crisisCard\":null");
        answered(Worlds.CALM).statusCode(409).body("errors[0].code", equalTo("already-completed"));
        alerts(1);
    }

    @Test
    void anAlertOutlivesTheAmendmentThatTakesItsReasonAway() {
        var id = worlds.answer(client, task, Worlds.CRITICAL);
        amended(clinician, id, Worlds.CALM)
                .statusCode(201)
                .body("state", equalTo("amended"))
                .body("revision", equalTo(2))
                .body("scores[0].value", equalTo(8));
        alerts(1);
        clinician
                .asks()
                .get("/v1/responses/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].answers.'phq-9.9'", equalTo(2));
        amended(clinician, id, Worlds.CRITICAL).statusCode(201).body("revision", equalTo(3));
        alerts(1);
    }

    @Test
    void anAmendmentThatTurnsCriticalFires() {
        var id = worlds.answer(client, task, Worlds.CALM);
        alerts(0);
        amended(client, id, Worlds.CRITICAL).statusCode(201).body("crisisCard", notNullValue());
        alerts(1);
    }

    @Test
    void historyThatWasCriticalFiresToo() {
        var id = Ids.next();
        var body = Worlds.CRITICAL.replaceFirst(
                "\\{",
                "{\"client\": \"%s\", \"questionnaire\": \"phq-9\", \"author\": \"client\", \"authoredAt\": \"2020-03-01T09:00:00Z\","
                        .formatted(client.id()));
        clinician
                .asks()
                .body(body)
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201)
                .body("authoredAt", equalTo("2020-03-01T09:00:00Z"));
        alerts(1).body("items.aboutId", contains(id.toString()));
        clinician.asks().body(body).put("/v1/responses/" + id).then().statusCode(200);
        alerts(1);
    }

    @Test
    void whatCameWithoutSomeAnswersIsAmendedWithoutThem() {
        var id = Ids.next();
        var paper = Worlds.CALM.replaceFirst(", \"phq-9\\.9\": \\d", "");
        clinician
                .asks()
                .body(paper.replaceFirst(
                        "\\{",
                        "{\"client\": \"%s\", \"questionnaire\": \"phq-9\", \"author\": \"client\", \"authoredAt\": \"2020-03-01T09:00:00Z\","
                                .formatted(client.id())))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201);
        amended(clinician, id.toString(), paper.replaceFirst("(\"phq-9\\.1\"): \\d", "$1: 3"))
                .statusCode(201)
                .body("scores[0].answered", equalTo(8), "scores[0].prorated", equalTo(true));
        var whole = worlds.answer(client, task, Worlds.CALM);
        amended(clinician, whole, paper).statusCode(422).body("errors[0].code", equalTo("missing-required"));
    }

    private ValidatableResponse answered(String body) {
        return client.asks().body(body).put("/v1/tasks/" + task + "/response").then();
    }

    private ValidatableResponse amended(Someone who, String response, String answers) {
        var body = answers.replace(", \"complete\": true", ", \"reason\": \"Item nine was misread\"");
        return who.asks()
                .body(body)
                .post("/v1/responses/" + response + "/amendments")
                .then();
    }

    private ValidatableResponse alerts(int many) {
        return clinician.asks().get("/v1/alerts").then().statusCode(200).body("items", hasSize(many));
    }
}

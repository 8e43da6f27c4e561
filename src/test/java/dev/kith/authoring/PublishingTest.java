package dev.kith.authoring;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PublishingTest {
    private static final String SUBSTANTIVE = "{\"change\": \"substantive\"}";
    private static final String EDITORIAL = "{\"change\": \"editorial\"}";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone admin;
    Someone author;

    @BeforeEach
    void found() {
        admin = people.practice();
        author = people.supervisor(admin.practice());
    }

    @Test
    void whatIsPublishedIsForEverybodyInThePractice() {
        draft(json("evening"));
        publish(author, 1, SUBSTANTIVE)
                .statusCode(200)
                .body("state", equalTo("published"), "publishedAt", notNullValue(), "change", equalTo("substantive"));
        var clinician = people.clinician(admin.practice());
        var client = people.client(admin.practice());
        for (var reader : List.of(clinician, client, people.integration(admin.practice(), "questionnaires:read"))) {
            reader.asks()
                    .get("/v1/questionnaires/evening")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1), "title", equalTo("Evening check"));
            reader.asks().get("/v1/questionnaires").then().body("items.key", hasItems("evening", "phq-9"));
        }
        clinician.asks().get(path("evening", 1) + "/definition").then().statusCode(200);
    }

    @Test
    void anotherPracticeNeverSeesIt() {
        OwnQuestionnaire.publish(author, "evening");
        var other = people.practice();
        other.asks().get("/v1/questionnaires/evening").then().statusCode(404);
        other.asks().get(path("evening", 1)).then().statusCode(404);
        other.asks().get(path("evening", 1) + "/definition").then().statusCode(404);
        other.asks().get("/v1/questionnaires/evening/versions").then().statusCode(404);
        other.asks().get("/v1/questionnaires").then().body("items.key", not(hasItem("evening")));
        other.asks().body("{}").post(path("evening", 1) + "/retirement").then().statusCode(404);
        other.asks()
                .body("{\"key\": \"mine\"}")
                .post(path("evening", 1) + "/copies")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsPublishedNeverChanges() {
        OwnQuestionnaire.publish(author, "evening");
        publish(author, 1, SUBSTANTIVE).statusCode(409).body("errors[0].code", equalTo("published"));
        author.asks()
                .header("If-Match", "*")
                .body(json("evening"))
                .put(path("evening", 1) + "/definition")
                .then()
                .statusCode(409);
        author.asks()
                .header("If-Match", "*")
                .body("{\"tags\": []}")
                .patch(path("evening", 1) + "/definition")
                .then()
                .statusCode(409);
        author.asks().header("If-Match", "*").delete(path("evening", 1)).then().statusCode(409);
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsPublished() {
        draft(json("evening")
                .replace("\"to\": 2", "\"to\": 1")
                .replace("\"value\": 4, \"band\"", "\"value\": 3, \"band\""));
        publish(author, 1, SUBSTANTIVE).statusCode(422).body("errors", hasSize(greaterThan(1)));
        author.asks().get(path("evening", 1)).then().body("state", equalTo("draft"));
        people.clinician(admin.practice())
                .asks()
                .get("/v1/questionnaires/evening")
                .then()
                .statusCode(404);
    }

    @Test
    void aScaleThatIsAlwaysTheSameIsNotPublished() {
        draft(json("evening")
                .replace(
                        "\"label\": {\"en\": \"High\"}, \"basis\": \"local\"}]}]",
                        "\"label\": {\"en\": \"High\"}, \"basis\": \"local\"}]},"
                                + " {\"code\": \"tenth\", \"title\": {\"en\": \"Tenth\"}, \"method\": \"linear\", \"of\": \"total\","
                                + " \"factor\": 0.1, \"decimals\": 0, \"direction\": \"higher-is-worse\"}]"));
        publish(author, 1, SUBSTANTIVE)
                .statusCode(422)
                .body("errors.findAll { it.code == 'scale-of-one-value' }.pointer", contains("/scales/1"));
    }

    @Test
    void oneOfManyPublishesWins() throws Exception {
        draft(json("evening"));
        var statuses =
                AtOnce.calls(32, () -> author.asks().body(SUBSTANTIVE).post(path("evening", 1) + "/publication"));
        assertThat(statuses.stream().map(io.restassured.response.Response::statusCode))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(news("questionnaire.published")).isEqualTo(1);
        assertThat(trail("questionnaire.published")).isEqualTo(1);
    }

    @Test
    void oneKeyPublishesOnceAndGivesTheFirstReplyAgain() throws Exception {
        draft(json("evening"));
        var statuses = AtOnce.calls(
                16,
                () -> author.asks()
                        .header("Idempotency-Key", "publish-evening-1")
                        .body(SUBSTANTIVE)
                        .post(path("evening", 1) + "/publication"));
        assertThat(statuses.stream().map(io.restassured.response.Response::statusCode))
                .containsOnly(200);
        assertThat(news("questionnaire.published")).isEqualTo(1);
    }

    @Test
    void fourEyesWantSomebodyElseThanTheLastEditor() {
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"fourEyes\": true}")
                .patch("/v1/practice")
                .then()
                .statusCode(200)
                .body("fourEyes", equalTo(true));
        draft(json("evening"));
        publish(author, 1, SUBSTANTIVE).statusCode(409).body("errors[0].code", equalTo("four-eyes"));
        author.asks().get(path("evening", 1)).then().body("state", equalTo("draft"));
        publish(admin, 1, SUBSTANTIVE).statusCode(200);
    }

    @Test
    void whatWasReadIsWhatIsPublished() {
        draft(json("evening"));
        edit(1, "\"0\"", "{\"tags\": []}");
        publish(author, 1, "{\"revision\": 0}").statusCode(409).body("errors[0].code", equalTo("draft-changed"));
        publish(author, 1, "{\"revision\": 1}").statusCode(200);
    }

    @Test
    void aVersionOfWordsKeepsTheSeries() {
        OwnQuestionnaire.publish(author, "evening");
        next("{}").statusCode(201).body("version", equalTo(2), "state", equalTo("draft"));
        next("{}").statusCode(409).body("errors[0].code", equalTo("draft-exists"));
        edit(2, "\"0\"", "{\"title\": {\"en\": \"Evening check, reworded\"}}");
        publish(author, 2, "{}").statusCode(422).body("errors[0].pointer", equalTo("/change"));
        publish(author, 2, EDITORIAL).statusCode(200).body("change", equalTo("editorial"));
        author.asks()
                .get("/v1/questionnaires/evening")
                .then()
                .body("version", equalTo(2), "title", equalTo("Evening check, reworded"));
        author.asks()
                .get("/v1/questionnaires/evening/versions")
                .then()
                .body("items.version", contains(2, 1), "items.state", contains("published", "published"));
        author.asks().get(path("evening", 1)).then().body("title", equalTo("Evening check"));
    }

    @Test
    void aVersionThatScoresOtherwiseIsSubstantive() {
        OwnQuestionnaire.publish(author, "evening");
        next("{\"from\": 1}").statusCode(201);
        var other = json("evening")
                .replace("\"version\": 1", "\"version\": 2")
                .replace(", \"reversed\": true", "")
                .replaceAll("\"vectors\": \\[[\\s\\S]*", """
                    "vectors": [
                     {"name": "case a", "kind": "minimum", "answers": {"evening.1": 0, "evening.2": 0}, "expect": {"total": {"value": 0, "band": "low"}}},
                     {"name": "case b", "kind": "maximum", "answers": {"evening.1": 2, "evening.2": 2}, "expect": {"total": {"value": 4, "band": "high"}}},
                     {"name": "case c", "kind": "typical", "answers": {"evening.1": 1, "evening.2": 1}, "expect": {"total": {"value": 2, "band": "low"}}},
                     {"name": "case d", "kind": "missing", "answers": {"evening.1": 1}, "expect": {"total": {"reason": "too-many-missing"}}},
                     {"name": "case e", "kind": "trap", "answers": {"evening.1": 2, "evening.2": 1}, "expect": {"total": {"value": 3, "band": "high"}}}]}}
                    """);
        author.asks()
                .header("If-Match", "\"0\"")
                .body(other)
                .put(path("evening", 2) + "/definition")
                .then()
                .statusCode(200);
        publish(author, 2, EDITORIAL)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/change"), "errors[0].code", equalTo("not-editorial"));
        publish(author, 2, SUBSTANTIVE).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recallPeriod\": \"P14D\"}",
                "{\"items\": [ONE, {\"required\": false, TWO}]}",
                "{\"items\": [ONE, {\"required\": true, TWO, \"enableWhen\": [{\"item\": \"evening.1\", \"operator\": \"exists\", \"value\": true}]}]}"
            })
    void aVersionThatAsksOtherwiseIsSubstantive(String patch) {
        OwnQuestionnaire.publish(author, "evening");
        next("{}").statusCode(201);
        edit(
                2,
                "\"0\"",
                patch.replace(
                                "ONE",
                                "{\"linkId\": \"evening.1\", \"type\": \"choice\", \"required\": true, \"options\": \"often\", \"text\": {\"en\": \"I felt rested.\"}, \"reversed\": true}")
                        .replace(
                                "TWO",
                                "\"linkId\": \"evening.2\", \"type\": \"choice\", \"options\": \"often\", \"text\": {\"en\": \"I felt on edge.\"}"));
        publish(author, 2, EDITORIAL).statusCode(422).body("errors[0].code", equalTo("not-editorial"));
        publish(author, 2, SUBSTANTIVE).statusCode(200);
    }

    @Test
    void anAuthorComparesTheDraftWithWhatWasPublished() {
        OwnQuestionnaire.publish(author, "evening");
        next("{}").statusCode(201);
        edit(2, "\"0\"", "{\"title\": {\"en\": \"Evening check, reworded\"}}");
        var diff = path("evening", 1) + "/diff/2";
        author.asks().get(diff).then().statusCode(200).body("comparable", equalTo(true), "head", contains("title"));
        people.clinician(admin.practice()).asks().get(diff).then().statusCode(404);
    }

    @Test
    void aReaderHearsThatAVersionWasRetired() {
        OwnQuestionnaire.publish(author, "evening");
        var reader = people.clinician(admin.practice());
        var tag = reader.asks().get(path("evening", 1)).then().extract().header("ETag");
        retire("{}").statusCode(200);
        reader.asks()
                .header("If-None-Match", tag)
                .get(path("evening", 1))
                .then()
                .statusCode(200)
                .body("state", equalTo("retired"));
    }

    @Test
    void aFirstVersionEditsNoOther() {
        draft(json("evening"));
        publish(author, 1, EDITORIAL).statusCode(422).body("errors[0].code", equalTo("nothing-before"));
        publish(author, 1, "{}").statusCode(200).body("change", equalTo("substantive"));
        next("{\"from\": 7}").statusCode(422).body("errors[0].pointer", equalTo("/from"));
        author.asks()
                .body("{}")
                .post("/v1/questionnaires/nothing/versions")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsRetiredIsGivenToNobodyAndStaysReadable() {
        OwnQuestionnaire.publish(author, "evening");
        var clinician = people.clinician(admin.practice());
        var client = people.clientOf(clinician);
        var task = worlds.taskOf(
                clinician, assign(clinician, client).statusCode(201).extract().path("id"));
        retire("{\"reason\": \"Replaced\"}")
                .statusCode(200)
                .body("state", equalTo("retired"), "retireReason", equalTo("Replaced"));
        retire("{\"reason\": \"Again\"}").statusCode(200).body("retireReason", equalTo("Replaced"));
        assign(clinician, client).statusCode(409).body("errors[0].code", equalTo("questionnaire-retired"));
        clinician.asks().get("/v1/questionnaires/evening").then().statusCode(404);
        clinician.asks().get(path("evening", 1)).then().statusCode(200).body("state", equalTo("retired"));
        client.asks()
                .body("{\"answers\": {\"evening.1\": 1, \"evening.2\": 2}, \"complete\": true}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201)
                .body("scores[0].value", equalTo(3), "label", equalTo("Own questions; not validated."));
        assertThat(news("questionnaire.retired")).isEqualTo(1);
    }

    @Test
    void aDraftIsNotRetiredAndTheLibraryStays() {
        draft(json("evening"));
        retire("{}").statusCode(409).body("errors[0].code", equalTo("not-published"));
        author.asks().body("{}").post(path("phq-9", 1) + "/retirement").then().statusCode(409);
        author.asks()
                .body(SUBSTANTIVE)
                .post(path("phq-9", 1) + "/publication")
                .then()
                .statusCode(409);
    }

    @Test
    void allAreTestedAtOnce() {
        OwnQuestionnaire.publish(author, "evening");
        people.clinician(admin.practice())
                .asks()
                .post("/v1/questionnaires/self-test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true), "items.questionnaire", hasItems("evening", "phq-9", "gad-7"));
    }

    @Test
    void onlyAuthorsPublish() {
        draft(json("evening"));
        for (var one : List.of(people.clinician(admin.practice()), people.client(admin.practice()))) {
            publish(one, 1, SUBSTANTIVE).statusCode(403);
        }
        publish(people.practice(), 1, SUBSTANTIVE).statusCode(404);
    }

    private void draft(String definition) {
        author.asks().body(definition).post("/v1/questionnaires").then().statusCode(201);
    }

    private void edit(int version, String revision, String patch) {
        author.asks()
                .header("If-Match", revision)
                .body(patch)
                .patch(path("evening", version) + "/definition")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse next(String body) {
        return author.asks()
                .body(body)
                .post("/v1/questionnaires/evening/versions")
                .then();
    }

    private static ValidatableResponse publish(Someone who, int version, String body) {
        return who.asks()
                .body(body)
                .post(path("evening", version) + "/publication")
                .then();
    }

    private ValidatableResponse retire(String body) {
        return author.asks().body(body).post(path("evening", 1) + "/retirement").then();
    }

    private static ValidatableResponse assign(Someone clinician, Someone client) {
        return clinician
                .asks()
                .body("{\"questionnaire\": \"evening\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then();
    }

    private long news(String kind) {
        return people.count(admin.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    private long trail(String action) {
        return people.count(admin.practice(), "select count(*) from audit_entry where action = ?", action);
    }
}

package dev.kith.authoring;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftTest {
    /** REST Assured does not know the type. */
    private static final RestAssuredConfig YAML = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/yaml", ContentType.TEXT));

    private static final String DEFINITION = path("evening", 1) + "/definition";

    @Inject
    People people;

    Someone author;

    @BeforeEach
    void found() {
        author = people.supervisor(people.practice().practice());
    }

    @Test
    void anAuthorBeginsAQuestionnaireOfTheirOwn() {
        create(json("evening"))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", path("evening", 1))
                .body("state", equalTo("draft"), "version", equalTo(1), "change", nullValue());
        author.asks()
                .get(DEFINITION)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("key", equalTo("evening"), "items.linkId", contains("evening.1", "evening.2"));
        author.asks().get("/v1/questionnaires?state=draft").then().body("items.key", contains("evening"));
        author.asks().get(path("evening", 1)).then().statusCode(200).body("state", equalTo("draft"));
        author.asks().get("/v1/questionnaires").then().body("items.key", org.hamcrest.Matchers.not(hasItem("evening")));
    }

    @Test
    void aDefinitionIsWrittenAndReadInYaml() {
        var yaml = """
                key: evening
                languages: [en]
                title: {en: Evening}
                purpose: {en: "How the day went: in one question."}
                validated: false
                normed: false
                label: {en: Own question}
                recallPeriod: P1D
                instruction: {en: Think of today.}
                optionSets: {often: [{value: 0, label: {en: "No"}}, {value: 1, label: {en: "Yes"}}]}
                items:
                  - {linkId: evening.1, type: choice, required: true, options: often, text: {en: "Rested?"}}
                scales:
                  - {code: total, title: {en: Rest}, method: sum, items: [evening.1], missing: {rule: strict}, decimals: 0,
                     direction: higher-is-better}
                passport:
                  licence: {code: CC0-1.0, holder: Willow, attribution: Willow, commercialUse: true,
                            modificationAllowed: true, translationAllowed: true, checkedOn: 2026-11-01}
                  wordingIncluded: true
                  citations: [{id: own, text: Written by the practice.}]
                  vectors:
                    - {name: rested, kind: maximum, answers: {evening.1: 1}, expect: {total: {value: 1}}}
                """;
        yaml(yaml).statusCode(201).body("title", equalTo("Evening"));
        var read = author.asks()
                .accept("application/yaml")
                .get(DEFINITION)
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .header("ETag", "\"0-yaml\"")
                .extract()
                .asString();
        assertThat(read).startsWith("key: \"evening\"\nversion: 1\n").contains("checkedOn: \"2026-11-01\"");
        author.asks()
                .config(YAML)
                .contentType("application/yaml")
                .header("If-Match", "\"0-yaml\"")
                .body(read)
                .put(DEFINITION)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
    }

    @Test
    void whatIsNoYamlIsRefusedWithoutItsWords() {
        yaml("key: [evening\nsecret: tell nobody").statusCode(400).body("errors[0].code", equalTo("not-yaml"));
        yaml("key: evening\nkey: morning").statusCode(400);
        yaml("- evening").statusCode(400);
        yaml("").statusCode(400);
        yaml("a: &a [x, x]\nb: *a\nkey: evening").statusCode(400).body("errors[0].code", equalTo("not-yaml"));
        yaml("key: evening\n---\nkey: morning").statusCode(400).body("errors[0].code", equalTo("not-yaml"));
        author.asks()
                .contentType("text/plain")
                .body("key: evening")
                .post("/v1/questionnaires")
                .then()
                .statusCode(415);
    }

    @Test
    void anotherEncodingIsNotGuessedAt() {
        author.asks()
                .config(YAML)
                .contentType("application/yaml")
                .body("key: evening\ntitle: {en: Café}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/questionnaires")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-utf-8"));
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        create("{\"key\": \"evening\"}").statusCode(422).body("errors", hasSize(org.hamcrest.Matchers.greaterThan(0)));
        create("{}").statusCode(422).body("errors[0].pointer", equalTo("/key"));
        create(json("evening").replace("\"key\": \"evening\"", "\"key\": \"Evening Check\""))
                .statusCode(422);
        create(json("evening").replace("\"version\": 1", "\"version\": 2"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/version"));
        create(json("evening").replace("choice", "guess")).statusCode(422);
        create("[]").statusCode(400);
        create(json("evening").replace("Evening check", "E".repeat(70_000))).statusCode(400);
        create(json("evening")
                        .replace("\"tags\": [\"evening\"]", "\"tags\": [" + "\"evening\",".repeat(60_000) + "\"\"]"))
                .statusCode(422);
        author.asks().get("/v1/questionnaires?state=draft").then().body("items", empty());
    }

    @Test
    void aKeyIsTakenOnce() throws Exception {
        create(json("phq-9")).statusCode(409).body("errors[0].code", equalTo("key-taken"));
        var statuses = AtOnce.times(32, () -> create(json("evening")).extract().statusCode());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(people.count(
                        author.practice(), "select count(*) from outbox_event where kind like 'questionnaire.%'"))
                .isEqualTo(1);
    }

    @Test
    void oneKeyMakesOneDraftHoweverManyAsk() throws Exception {
        var ids = AtOnce.times(
                16,
                () -> author.asks()
                        .header("Idempotency-Key", "the-first-evening")
                        .body(json("evening"))
                        .post("/v1/questionnaires")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(ids).containsOnly(ids.get(0));
    }

    @Test
    void aDraftIsReplacedOnTheVersionThatWasRead() {
        create(json("evening")).statusCode(201);
        put("\"0\"", json("evening").replace("Evening check", "Good evening"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Good evening"));
        put("\"0\"", json("evening")).statusCode(412);
        put("\"1\"", json("evening").replace("Evening check", "Good evening"))
                .statusCode(200)
                .header("ETag", "\"1\"");
        put(
                        "\"1\"",
                        json("evening")
                                .replace("\"KEY\"", "\"morning\"")
                                .replace("\"key\": \"evening\"", "\"key\": \"morning\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/key"));
        author.asks().body(json("evening")).put(DEFINITION).then().statusCode(428);
        put("\"1\"", "{}").statusCode(422);
    }

    @Test
    void aPatchChangesWhatItNames() {
        create(json("evening")).statusCode(201);
        patch("\"0\"", "{\"title\": {\"en\": \"Late check\"}, \"tags\": null}")
                .statusCode(200)
                .header("ETag", "\"1\"");
        author.asks()
                .get(DEFINITION)
                .then()
                .body("title.en", equalTo("Late check"), "tags", nullValue(), "items", hasSize(2));
        patch("\"0\"", "{\"tags\": []}").statusCode(412);
        patch("\"1\"", "{\"version\": 3}").statusCode(422).body("errors[0].pointer", equalTo("/version"));
        patch("\"1\"", "{\"items\": null}").statusCode(422);
    }

    @Test
    void oneOfManyPatchesOfOneVersionWins() throws Exception {
        create(json("evening")).statusCode(201);
        var statuses = AtOnce.times(
                16, () -> patch("\"0\"", "{\"tags\": [\"late\"]}").extract().statusCode());
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void aDeletedDraftIsGoneAndItsKeyIsFree() {
        create(json("evening")).statusCode(201);
        author.asks().delete(path("evening", 1)).then().statusCode(428);
        author.asks()
                .header("If-Match", "\"7\"")
                .delete(path("evening", 1))
                .then()
                .statusCode(412);
        author.asks()
                .header("If-Match", "\"0\"")
                .delete(path("evening", 1))
                .then()
                .statusCode(204);
        author.asks()
                .header("If-Match", "\"0\"")
                .delete(path("evening", 1))
                .then()
                .statusCode(404);
        author.asks().get(DEFINITION).then().statusCode(404);
        create(json("evening")).statusCode(201);
    }

    @Test
    void anUnfinishedDraftIsKeptAndToldWhatItLacks() {
        create(json("evening").replace("\"to\": 2", "\"to\": 1")).statusCode(201);
        author.asks()
                .post(path("evening", 1) + "/validation")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false), "faults", hasSize(org.hamcrest.Matchers.greaterThan(0)));
        put("\"0\"", json("evening")).statusCode(200);
        author.asks()
                .post(path("evening", 1) + "/validation")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true), "faults", empty());
    }

    @Test
    void aDraftIsScoredAndTestedBeforeAnybodyIsGivenIt() {
        create(json("evening")).statusCode(201);
        author.asks()
                .body("{\"answers\": {\"evening.1\": 0, \"evening.2\": 2}}")
                .post(path("evening", 1) + "/score")
                .then()
                .statusCode(200)
                .body("scores[0].value", equalTo(4), "scores[0].band.code", equalTo("high"));
        author.asks()
                .body("{\"answers\": {\"evening.1\": 3}}")
                .post(path("evening", 1) + "/score")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/answers/evening.1"));
        author.asks()
                .post(path("evening", 1) + "/self-test")
                .then()
                .statusCode(200)
                .body("passed", equalTo(true));
    }

    @Test
    void draftsAreForAuthors() {
        create(json("evening")).statusCode(201);
        var practice = author.practice();
        var clinician = people.clinician(practice);
        for (var reader : List.of(clinician, people.integration(practice, "questionnaires:read"))) {
            reader.asks().get(DEFINITION).then().statusCode(404);
            reader.asks().get(path("evening", 1)).then().statusCode(404);
            reader.asks()
                    .get("/v1/questionnaires?state=draft")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            reader.asks().body(json("mine")).post("/v1/questionnaires").then().statusCode(403);
            reader.asks()
                    .body("{\"answers\": {}}")
                    .post(path("evening", 1) + "/score")
                    .then()
                    .statusCode(404);
        }
        people.client(practice).asks().get(path("evening", 1)).then().statusCode(404);
        people.client(practice).asks().get(DEFINITION).then().statusCode(403);
        people.admin(practice).asks().get(DEFINITION).then().statusCode(200);
    }

    @Test
    void anotherPracticeSeesAndTouchesNothing() {
        create(json("evening")).statusCode(201);
        var other = people.practice();
        other.asks().get(DEFINITION).then().statusCode(404);
        other.asks().get("/v1/questionnaires?state=draft").then().body("items", empty());
        other.asks()
                .header("If-Match", "\"0\"")
                .body(json("evening"))
                .put(DEFINITION)
                .then()
                .statusCode(404);
        other.asks().header("If-Match", "*").delete(path("evening", 1)).then().statusCode(404);
        other.asks().body(json("evening")).post("/v1/questionnaires").then().statusCode(201);
    }

    @Test
    void theLibraryIsReadAndNotWritten() {
        author.asks()
                .accept("application/yaml")
                .get(path("phq-9", 1) + "/definition")
                .then()
                .statusCode(200)
                .body(startsWith("key: \"phq-9\"\nversion: 1\n"));
        author.asks()
                .header("If-Match", "*")
                .body("{\"tags\": []}")
                .patch(path("phq-9", 1) + "/definition")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("shipped"));
        author.asks().header("If-Match", "*").delete(path("phq-9", 1)).then().statusCode(409);
        author.asks()
                .body("{}")
                .post("/v1/questionnaires/phq-9/versions")
                .then()
                .statusCode(409);
    }

    private ValidatableResponse create(String body) {
        return author.asks().body(body).post("/v1/questionnaires").then();
    }

    private ValidatableResponse yaml(String body) {
        return author.asks()
                .config(YAML)
                .contentType("application/yaml")
                .body(body)
                .post("/v1/questionnaires")
                .then();
    }

    private ValidatableResponse put(String version, String body) {
        return author.asks()
                .header("If-Match", version)
                .body(body)
                .put(DEFINITION)
                .then();
    }

    private ValidatableResponse patch(String version, String body) {
        return author.asks()
                .header("If-Match", version)
                .body(body)
                .patch(DEFINITION)
                .then();
    }
}

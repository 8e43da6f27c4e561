package dev.kith.authoring;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kith.house.AtOnce;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice lays words over a version: for itself alone, and without touching a score. */
@QuarkusTest
class WordingTest {
    private static final String FRISIAN = """
            {"credit": "Willow", "licenceNote": "Our own words", "texts": {
              "title": "Fragen nei in twa wiken", "items": {"phq-9.1": {"text": "In bytsje nocht"}}}}
            """;

    @Inject
    People people;

    Someone author;
    Someone clinician;

    @BeforeEach
    void found() {
        author = people.practice();
        clinician = people.clinician(author.practice());
    }

    @Test
    void wordsAreShownToThePracticeThatAttachedThemAndToNobodyElse() {
        attach("phq-9", FRISIAN).statusCode(201).header("ETag", "\"1\"").body("status", equalTo("practice"));
        clinician
                .asks()
                .header("Accept-Language", "fy")
                .get(path("phq-9", 1))
                .then()
                .statusCode(200)
                .header("Content-Language", "fy")
                .body("title", equalTo("Fragen nei in twa wiken"), "items[0].text", equalTo("In bytsje nocht"));
        clinician.asks().get("/v1/questionnaires/phq-9").then().body("languages", hasItem("fy"));
        clinician.asks().get(path("phq-9", 1) + "/wordings").then().body("items.language", contains("fy"));
        var other = people.practice();
        other.asks()
                .header("Accept-Language", "fy")
                .get(path("phq-9", 1))
                .then()
                .body("languages", not(hasItem("fy")), "title", not(equalTo("Fragen nei in twa wiken")));
        other.asks().get(path("phq-9", 1) + "/wordings").then().body("items", empty());
        other.asks().get(path("phq-9", 1) + "/wordings/fy").then().statusCode(404);
    }

    @Test
    void aClientAnswersInTheWordsThatThePracticeAttached() {
        var silent = json("evening")
                .replace("\"wordingIncluded\": true", "\"wordingIncluded\": false")
                .replaceAll(", \"text\": \\{\"en\": \"[^\"]*\"}", "");
        OwnQuestionnaire.publish(author, silent, "evening");
        var client = people.clientOf(clinician);
        assign(client).statusCode(409).body("errors[0].code", equalTo("wording-missing"));
        var words = "{\"credit\": \"Willow\", NOTE \"texts\": {\"items\": {\"evening.1\": {\"text\": \"Ausgeruht\"},"
                + " \"evening.2\": {\"text\": \"Angespannt\"}}}}";
        attach("evening", words.replace("NOTE", "")).statusCode(422).body("errors[0].pointer", equalTo("/licenceNote"));
        attach("evening", words.replace("NOTE", "\"licenceNote\": \"No. 7\",")).statusCode(201);
        assign(client).statusCode(201);
        client.asks()
                .header("Accept-Language", "fy")
                .get(path("evening", 1))
                .then()
                .body("items[0].text", equalTo("Ausgeruht"));
    }

    @Test
    void wordsForAPartOfAnInstrumentDoNotMakeItFitToBeGiven() {
        attach("who-5", """
                {"credit": "Willow", "licenceNote": "No. 7", "texts": {"title": "Wolwêzen", "items": {"who-5.1": {"text": "Bliid"}}}}
                """).statusCode(201);
        clinician
                .asks()
                .body("{\"questionnaire\": \"who-5\"}")
                .post("/v1/clients/" + people.clientOf(clinician).id() + "/assignments")
                .then()
                .statusCode(409);
    }

    @Test
    void whatMayNotBeTranslatedIsNotWithoutARightOfOnesOwn() {
        var words = "{\"credit\": \"Willow\", NOTE \"texts\": {\"title\": \"Kearn\"}}";
        attach("core-10", words.replace("NOTE", "")).statusCode(409).body("errors[0].code", equalTo("licence-forbids"));
        attach("core-10", words.replace("NOTE", "\"licenceNote\": \"Letter of the holder, 2026\","))
                .statusCode(201);
    }

    @Test
    void wordsAreReplacedOnTheRevisionThatWasRead() {
        attach("phq-9", FRISIAN).statusCode(201);
        attach("phq-9", FRISIAN).statusCode(428);
        put("If-None-Match", "*", FRISIAN).statusCode(412);
        put("If-Match", "\"1\"", FRISIAN).statusCode(200).header("ETag", "\"1\"");
        put("If-Match", "\"1\"", FRISIAN.replace("nocht", "niget"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        put("If-Match", "\"1\"", FRISIAN).statusCode(412);
        assertThat(people.count(author.practice(), "select count(*) from wording"))
                .isEqualTo(2);
    }

    @Test
    void whoReplacesThemReadsWhatLiesOverThatVersionOnce() {
        attach("phq-9", FRISIAN).statusCode(201);
        var asked = Statements.during(() ->
                put("If-Match", "\"1\"", FRISIAN.replace("nocht", "niget")).statusCode(200));
        assertThat(asked)
                .filteredOn(sql -> sql.contains("distinct on") && sql.contains("from wording"))
                .filteredOn(sql -> sql.contains("and questionnaire_practice_id = $"))
                .hasSize(1);
    }

    @Test
    void whatIsWithdrawnIsShownToNobodyAndStaysOnRecord() {
        attach("phq-9", FRISIAN).statusCode(201);
        var wording = path("phq-9", 1) + "/wordings/fy";
        author.asks().delete(wording).then().statusCode(428);
        author.asks().header("If-Match", "\"1\"").delete(wording).then().statusCode(204);
        author.asks().header("If-Match", "\"2\"").delete(wording).then().statusCode(404);
        clinician.asks().get("/v1/questionnaires/phq-9").then().body("languages", not(hasItem("fy")));
        assertThat(people.count(author.practice(), "select count(*) from wording"))
                .isEqualTo(2);
        attach("phq-9", FRISIAN).statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void wordsNeverTouchAScore() {
        attach("phq-9", FRISIAN.replace("\"title\"", "\"scales\": {\"total\": {\"decimals\": 2}}, \"title\""))
                .statusCode(422);
        attach("phq-9", FRISIAN.replace("phq-9.1", "phq-9.99")).statusCode(422);
        attach("phq-9", FRISIAN.replace("{\"credit\"", "{\"status\": \"official\", \"credit\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/status"));
        attach("phq-9", "{}").statusCode(422);
        attach("nothing", FRISIAN).statusCode(404);
        clinician
                .asks()
                .body(FRISIAN)
                .put(path("phq-9", 1) + "/wordings/fy")
                .then()
                .statusCode(403);
    }

    @Test
    void aPracticeLaysAsMuchAsFitsInMemoryBesideOthers() {
        attach("phq-9", FRISIAN).statusCode(201);
        people.run(author.practice(), """
                with one as (
                  select w.*, words || '{"language": "fy-x-10", "credit": ""}' as more, length(words::text) as there from wording w)
                insert into wording (practice_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, language, revision,
                                     words, made_by, made_at)
                select practice_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, 'fy-x-' || n, 1,
                       more || jsonb_build_object('language', 'fy-x-' || n, 'credit',
                         repeat('x', (4194304 - 16000 - there - 300) / 10 - 16000 - length(more::text))), made_by, made_at
                from one, generate_series(10, 19) as n
                """);
        var words = FRISIAN.replace("phq-9.1", "gad-7.1");
        attach("gad-7", words).statusCode(409).body("errors[0].code", equalTo("too-many"));
        put("If-Match", "\"1\"", FRISIAN.replace("nocht", "nocht " + "en noch wat ".repeat(50)))
                .statusCode(409)
                .body("errors[0].code", equalTo("too-many"));
        put("If-Match", "\"1\"", FRISIAN.replace("nocht", "niget")).statusCode(200);
        author.asks()
                .header("If-Match", "\"2\"")
                .delete(path("phq-9", 1) + "/wordings/fy")
                .then()
                .statusCode(204);
        attach("gad-7", words).statusCode(201);
    }

    @Test
    void oneOfManyAttachesFirst() throws Exception {
        var statuses = AtOnce.times(
                16, () -> put("If-None-Match", "*", FRISIAN).extract().statusCode());
        assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
    }

    private ValidatableResponse attach(String key, String words) {
        return author.asks().body(words).put(path(key, 1) + "/wordings/fy").then();
    }

    private ValidatableResponse put(String header, String value, String words) {
        return author.asks()
                .header(header, value)
                .body(words)
                .put(path("phq-9", 1) + "/wordings/fy")
                .then();
    }

    private ValidatableResponse assign(Someone client) {
        return clinician
                .asks()
                .body("{\"questionnaire\": \"evening\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then();
    }
}

package dev.kith.questionnaire;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published versions come from memory; who holds one already is sent nothing, until it says something else. */
@QuarkusTest
class FromMemoryTest {
    private static final String WORDS = """
            {"credit": "Willow", "texts": {"items": {"evening.1": {"text": "WORDS"}}}}
            """;

    @Inject
    People people;

    Someone author;
    Someone clinician;

    @BeforeEach
    void found() {
        author = people.practice();
        clinician = people.clinician(author.practice());
        OwnQuestionnaire.publish(author, "evening");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phq-9", "phq-9/versions/1", "evening", "evening/versions/1"})
    void whoHoldsAVersionIsSentNothing(String version) {
        var tag = tag(version, "en");
        held(version, "en", tag).statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
        held(version, "en", "\"another\", W/" + tag).statusCode(304);
        held(version, "en", "\"another\"").statusCode(200).header("ETag", equalTo(tag));
        assertThat(tag).isEqualTo(tag(version, "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phq-9", "evening", "evening/versions/1"})
    void aVersionIsReadWithoutAskingTheDatabaseForIt(String version) {
        tag(version, "en");
        assertThat(during(() -> tag(version, "en")))
                .noneMatch(sql -> sql.contains("from questionnaire_version") || sql.contains("from wording"));
    }

    @Test
    void anotherLanguageAndAClientAreShownSomethingElse() {
        var english = tag("ksr-20", "en");
        assertThat(tag("ksr-20", "de")).isNotEqualTo(english);
        held("ksr-20", "de", english).statusCode(200).header("Content-Language", equalTo("de"));
        var client = people.clientOf(clinician);
        client.asks()
                .header("If-None-Match", english)
                .get("/v1/questionnaires/ksr-20")
                .then()
                .statusCode(200);
    }

    @Test
    void newWordsAreSeenByWhoHoldsTheOld() {
        var before = tag("evening", "fy");
        words("If-None-Match", "*", WORDS).statusCode(201);
        held("evening", "fy", before).statusCode(200).body("items[0].text", equalTo("WORDS"));
        var worded = tag("evening", "fy");
        words("If-Match", "\"1\"", WORDS.replace("WORDS", "wurden")).statusCode(200);
        held("evening", "fy", worded).statusCode(200).body("items[0].text", equalTo("wurden"));
    }

    @Test
    void aNewVersionIsSeenByWhoHoldsTheOld() {
        var before = tag("evening", "en");
        author.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        held("evening", "en", before).statusCode(304);
        author.asks()
                .body("{\"change\": \"editorial\"}")
                .post(path("evening", 2) + "/publication")
                .then()
                .statusCode(200);
        held("evening", "en", before).statusCode(200).body("version", equalTo(2));
        held("evening/versions/1", "en", before).statusCode(304);
    }

    @Test
    void whereAVersionIsInItsLifeIsSeenByWhoHoldsIt() {
        author.asks().body(json("morning")).post("/v1/questionnaires").then().statusCode(201);
        var draft = author.asks().get(path("morning", 1)).header("ETag");
        author.asks()
                .body("{}")
                .post(path("morning", 1) + "/publication")
                .then()
                .statusCode(200);
        author.asks()
                .header("If-None-Match", draft)
                .get(path("morning", 1))
                .then()
                .statusCode(200)
                .body("state", equalTo("published"));
        var published = tag("morning/versions/1", "en");
        author.asks().body("{}").post(path("morning", 1) + "/retirement").then().statusCode(200);
        held("morning/versions/1", "en", published).statusCode(200).body("state", equalTo("retired"));
    }

    private String tag(String version, String language) {
        return clinician
                .asks()
                .header("Accept-Language", language)
                .get("/v1/questionnaires/" + version)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private ValidatableResponse held(String version, String language, String tag) {
        return clinician
                .asks()
                .header("Accept-Language", language)
                .header("If-None-Match", tag)
                .get("/v1/questionnaires/" + version)
                .then();
    }

    private ValidatableResponse words(String header, String value, String words) {
        return author.asks()
                .header(header, value)
                .body(words)
                .put(path("evening", 1) + "/wordings/fy")
                .then();
    }
}

package dev.kith.questionnaire;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questionnaires are found, compared, and written in a format that anybody can read. */
@QuarkusTest
class QuestionnaireFormatTest {
    @Inject
    People people;

    Someone clinician;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"questionnaire", "wording", "exercise", "exercise-wording"})
    void anybodyReadsTheFormat(String name) {
        var tag = RestAssured.given()
                .get("/schemas/" + name + ".json")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .header("Cache-Control", "public, max-age=3600")
                .body("$id", containsString("/schemas/" + name + ".json"))
                .body("properties.version.description", notNullValue())
                .extract()
                .header("ETag");

        RestAssured.given()
                .header("If-None-Match", tag)
                .get("/schemas/" + name + ".json")
                .then()
                .statusCode(304);
    }

    @Test
    void aVersionComparedWithItselfDiffersInNothing() {
        asked("/v1/questionnaires/phq-9/versions/1/diff/1")
                .statusCode(200)
                .body("comparable", equalTo(true))
                .body("textChanged", equalTo(false))
                .body("items.changed", empty())
                .body("verdicts.scale", contains("total"));
    }

    @Test
    void aVersionThatIsNotThereCannotBeCompared() {
        asked("/v1/questionnaires/phq-9/versions/1/diff/99").statusCode(404);
        asked("/v1/questionnaires/nothing/versions/1/diff/1").statusCode(404);
    }

    @Test
    void aClientDoesNotCompareVersions() {
        people.clientOf(clinician)
                .asks()
                .get("/v1/questionnaires/phq-9/versions/1/diff/1")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=DEPRESSION course | phq-9",
                "q=kith reflection | ksr-20",
                "tag=depression | phq-9",
                "language=en&q=gad-7 | gad-7",
                "licence=licenseref-phq | phq-9",
            })
    void aQuestionnaireIsFoundByWhatIsKnownOfIt(String query, String key) {
        asked("/v1/questionnaires?" + query).statusCode(200).body("items.key", hasItem(key));
    }

    @ParameterizedTest
    @CsvSource({"q=depression nonsense", "tag=nothing", "construct=nothing", "language=tlh", "licence=nobodys"})
    void whatNothingFitsFindsNothing(String query) {
        asked("/v1/questionnaires?" + query).statusCode(200).body("items", empty());
    }

    @Test
    void oneThatIsKnownToTakeLongerIsNotFound() {
        asked("/v1/questionnaires?maxMinutes=1").statusCode(200).body("items.key", not(hasItem("ksr-20")));
        asked("/v1/questionnaires?maxMinutes=0").statusCode(422);
    }

    @Test
    void aRenderingSaysWhoseWordsItHasAndWhatItLacks() {
        asked("/v1/questionnaires/phq-9")
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("wording", nullValue())
                .body("fallbacks", empty())
                .body("respondents", hasItem("self"))
                .body("items[0].enableWhen", empty())
                .body("passport.licence.attribution", notNullValue());
    }

    private ValidatableResponse asked(String path) {
        return clinician.asks().header("Accept-Language", "en").get(path).then();
    }
}

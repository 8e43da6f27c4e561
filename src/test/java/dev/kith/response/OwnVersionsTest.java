package dev.kith.response;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was answered stays what it was, whatever is published after it; and a series says where it breaks. */
@QuarkusTest
class OwnVersionsTest {
    @Inject
    People people;

    Someone author;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        author = people.practice();
        clinician = people.clinician(author.practice());
        client = people.clientOf(clinician);
        OwnQuestionnaire.publish(author, "evening");
    }

    @Test
    void whatWasAnsweredIsReadWithItsOwnVersionForEver() {
        var id = answered(1, 1, 1);
        var before = clinician.asks().get("/v1/responses/" + id).asString();
        var form = clinician.asks().get(path("evening", 1)).asString();
        publish(reworded(2), "editorial");
        publish(turned(3), "substantive");
        author.asks().body("{}").post(path("evening", 1) + "/retirement").then().statusCode(200);

        assertThat(clinician.asks().get("/v1/responses/" + id).asString()).isEqualTo(before);
        clinician
                .asks()
                .get("/v1/responses/" + id)
                .then()
                .body("version", equalTo(1), "scores[0].value", equalTo(2), "scores[0].band.label", equalTo("Low"));
        assertThat(clinician.asks().get(path("evening", 1)).asString())
                .isEqualTo(form.replace("\"published\"", "\"retired\""));
    }

    @Test
    void whatIsAmendedIsScoredByItsOwnVersion() {
        var id = answered(1, 1, 2);
        publish(turned(2), "substantive");
        clinician
                .asks()
                .body("{\"reason\": \"Misread\", \"answers\": {\"evening.1\": 0, \"evening.2\": 2}}")
                .post("/v1/responses/" + id + "/amendments")
                .then()
                .statusCode(201)
                .body("version", equalTo(1), "scores[0].value", equalTo(4));
    }

    @Test
    void newWordsLeaveTheSeriesWhole() {
        answered(1, 1, 1);
        publish(reworded(2), "editorial");
        answered(2, 2, 0);
        progress()
                .body("points.value", contains(2, 0), "points.comparable", contains(true, true))
                .body("baseline.value", equalTo(2), "latest.value", equalTo(0), "change.value", equalTo(-2))
                .body("points.band.label", contains("Low", "Calm"));
    }

    @Test
    void anotherWayToScoreBreaksTheSeriesAndNothingIsComparedAcross() {
        answered(1, 0, 2);
        publish(turned(2), "substantive");
        answered(2, 2, 2);
        answered(2, 0, 1);
        progress()
                .body("points.value", contains(4, 4, 1), "points.comparable", contains(false, true, true))
                .body("baseline.value", equalTo(4), "change.value", equalTo(-3))
                .body("breaks.versionBefore", contains(1), "breaks.versionAfter", contains(2));
    }

    @Test
    void aPictureComparesWithinTheNewestStretchAsProgressDoes() {
        answered(1, 0, 2);
        publish(turned(2), "substantive");
        answered(2, 2, 2);
        answered(1, 2, 0);
        answered(1, 1, 0);
        progress().body("points.comparable", contains(false, false, true, true)).body("baseline.value", equalTo(0));
        var drawn = clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress/evening/total.svg")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(drawn).contains("4 scores from").contains("Baseline 0 (Low) on");
    }

    @Test
    void aChangeThatItsAuthorCallsSubstantiveBreaksTheSeriesThoughItScoresAlike() {
        answered(1, 0, 2);
        publish(reworded(2), "substantive");
        answered(2, 2, 0);
        progress()
                .body("points.comparable", contains(false, true))
                .body("baseline.value", equalTo(0), "change.reason", equalTo("ONE_MEASUREMENT"));
    }

    /** Other words, the same questions. */
    private static String reworded(int version) {
        return version(version).replace("\"Low\"", "\"Calm\"").replace("I felt on edge.", "I was on edge.");
    }

    /** The first question counts the other way round. */
    private static String turned(int version) {
        return version(version)
                .replace("\"Low\"", "\"Quiet\"")
                .replace(", \"reversed\": true", "")
                .replaceAll("\"vectors\": \\[[\\s\\S]*", """
                "vectors": [{"name": "most", "kind": "maximum", "answers": {"evening.1": 2, "evening.2": 2}, "expect": {"total": {"value": 4, "band": "high"}}}]}}
                """);
    }

    private static String version(int version) {
        return json("evening").replace("\"version\": 1", "\"version\": " + version);
    }

    private void publish(String definition, String change) {
        int version = author.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        author.asks()
                .header("If-Match", "*")
                .body(definition)
                .put(path("evening", version) + "/definition")
                .then()
                .statusCode(200);
        author.asks()
                .body("{\"change\": \"" + change + "\"}")
                .post(path("evening", version) + "/publication")
                .then()
                .statusCode(200);
    }

    private String answered(int version, int first, int second) {
        var id = Ids.next().toString();
        clinician
                .asks()
                .body("""
                    {"client": "%s", "questionnaire": "evening", "version": %d, "author": "client", "complete": true,
                     "answers": {"evening.1": %d, "evening.2": %d}}
                    """.formatted(client.id(), version, first, second))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private ValidatableResponse progress() {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .then()
                .statusCode(200)
                .rootPath("scales.find { it.questionnaire == 'evening' }");
    }
}

package dev.kith.progress;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's own progress, in two sentences a scale. */
@QuarkusTest
class OwnProgressTest {
    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void itSaysWhatChangedAndWhetherThatIsMoreThanUpsAndDowns() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(9), "2026-01-19T09:00:00Z");
        own("?from=2026-01-01&to=2026-02-01", "en")
                .header("Content-Language", "en")
                .body("from", equalTo("2026-01-01"), "to", equalTo("2026-01-31"))
                .rootPath("scales[0]")
                .body(
                        "questionnaire",
                        equalTo("phq-9"),
                        "scale",
                        equalTo("total"),
                        "name",
                        nullValue(),
                        "label",
                        nullValue())
                .body(
                        "whatChanged",
                        equalTo(
                                "From 18 on 5 January 2026 to 9 on 19 January 2026: 9 points lower, the good direction."))
                .body(
                        "whatItMeans",
                        equalTo(
                                "That is more than the usual ups and downs of this measure: a real change for the better."));
        givenOn(clinician, client, answers(15), "2026-01-26T09:00:00Z");
        own("?from=2026-01-01", "en")
                .body("scales[0].whatItMeans", equalTo("That is within the usual ups and downs of this measure."));
        own("?from=2026-01-12", "de")
                .header("Content-Language", "de")
                .body(
                        "scales[0].whatChanged",
                        equalTo(
                                "Von 9 am 19. Januar 2026 auf 15 am 26. Januar 2026: 6 Punkte höher, die andere Richtung."))
                .body(
                        "scales[0].whatItMeans",
                        equalTo(
                                "Das ist mehr als das übliche Auf und Ab dieser Messung: eine echte Veränderung, und ein Gespräch wert."));
        own("?from=2026-01-20", "en")
                .body("scales[0].whatChanged", equalTo("There is one score: 15 on 26 January 2026."));
    }

    @Test
    void itsChartIsWhereItSays() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        var chart = own("?from=2026-01-01", "en").extract().<String>path("scales[0].chart");
        client.asks()
                .urlEncodingEnabled(false)
                .get(chart)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(not(containsString("oderately")), not(containsString("Mild")));
    }

    @Test
    void theirProgressInFiguresHasNoBandsEither() {
        givenOn(clinician, client, answers(24), "2026-01-05T09:00:00Z");
        var at = "/v1/clients/" + client.id() + "/progress";
        client.asks()
                .get(at)
                .then()
                .body("scales[0].points[0].value", equalTo(24), "scales[0].points[0].band", nullValue())
                .body("scales[0].baseline.band", nullValue(), "scales[0].latest.band", nullValue());
        clinician
                .asks()
                .get(at)
                .then()
                .body("scales[0].points[0].band.code", equalTo("severe"))
                .body("scales[0].latest.band.code", equalTo("severe"));
    }

    @Test
    void exercisesAreToldInWords() {
        Noting.ladder(client, 2, 5);
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        own("", "en")
                .rootPath("exercises[0]")
                .body("exercise", equalTo("asking-ladder"), "sessions", equalTo(1), "done", equalTo("Done once."))
                .body("distress", equalTo("On average, distress was 6 before and 4 after."));
        own("", "de")
                .rootPath("exercises[0]")
                .body("done", equalTo("Einmal gemacht."))
                .body("distress", equalTo("Im Mittel war die Belastung vorher 6 und nachher 4."));
    }

    @Test
    void noClassNoBandAndNoMissedDayIsInIt() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(9), "2026-01-19T09:00:00Z");
        var said = own("", "en").extract().asString();
        assertThat(said)
                .doesNotContain("\"method\"", "Jacobson")
                .doesNotContainIgnoringCase("depress")
                .doesNotContainIgnoringCase("severe")
                .doesNotContainIgnoringCase("mild")
                .doesNotContainIgnoringCase("clinical")
                .doesNotContainIgnoringCase("missed")
                .doesNotContainIgnoringCase("streak")
                .doesNotContain("\"class\"", "\"rci\"");
    }

    @Test
    void whatIsKeptForATalkIsNotInIt() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        own("", "en").body("scales.questionnaire", contains("phq-9"));
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"phq-9\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
        own("", "en").body("scales", empty());
    }

    @Test
    void thatSomethingIsKeptForATalkIsSaidAndNoScoreOfIt() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(17), "2026-01-12T09:00:00Z");
        own("", "en").body("keptForATalk", nullValue());
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"gad-7\", \"phq-9\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
        var said = own("", "en")
                .body("keptForATalk.questionnaires.questionnaire", contains("phq-9"))
                .body("keptForATalk.questionnaires.title", contains("Patient Health Questionnaire (PHQ-9)"))
                .body(
                        "keptForATalk.inWords",
                        equalTo(
                                "Your care team keeps the scores of Patient Health Questionnaire (PHQ-9) for a talk with you. You can ask them about it at any time."))
                .extract()
                .asString();
        assertThat(said).doesNotContain("18 on", "17 on", "\"scales\":[{");
        own("", "de")
                .body(
                        "keptForATalk.inWords",
                        equalTo(
                                "Das Behandlungsteam hebt die Werte von Patient Health Questionnaire (PHQ-9) für ein Gespräch auf. Danach zu fragen ist jederzeit möglich."));
        own("?from=2026-02-01", "en").body("keptForATalk", nullValue());
    }

    @Test
    void nothingIsToldOfAnEmptyTime() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        own("?from=2025-01-01&to=2025-02-01", "en").body("scales", empty(), "exercises", empty());
        client.asks()
                .get("/v1/me/progress?from=2025-02-01&to=2025-01-01")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("#to")));
    }

    @Test
    void itIsTheClientsAlone() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        people.clientOf(clinician)
                .asks()
                .get("/v1/me/progress")
                .then()
                .statusCode(200)
                .body("scales", empty());
        clinician.asks().get("/v1/me/progress").then().statusCode(403);
    }

    private ValidatableResponse own(String query, String language) {
        return client.asks()
                .header("Accept-Language", language)
                .get("/v1/me/progress" + query)
                .then()
                .statusCode(200);
    }
}

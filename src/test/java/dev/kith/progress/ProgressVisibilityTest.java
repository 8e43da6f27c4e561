package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.junit.jupiter.params.provider.CsvSource;

/** Scores that a person tells: the app does not show them, wherever the client looks. */
@QuarkusTest
class ProgressVisibilityTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aHiddenScaleIsAbsentForTheClientAndThereForTheCareTeam() {
        var before = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        scores(client, before).body("scores", hasSize(1), "scoresHidden", equalTo(false));
        hides(clinician, "\"phq-9\"", "0").statusCode(200).body("hidden", contains("phq-9"), "version", equalTo(1));

        progress(client).body("scales", empty());
        progress(clinician).body("scales.questionnaire", contains("phq-9"));
        scores(client, before).body("scores", empty(), "scoresHidden", equalTo(true));
        scores(clinician, before).body("scores", hasSize(1), "scoresHidden", equalTo(true));
        client.asks().get("/v1/clients/" + client.id() + "/responses").then().body("items[0].scores", empty());
    }

    @Test
    void theReplyToAnAnswerShowsNoneEitherAndTheCrisisCardAllTheSame() {
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        var task = worlds.task(clinician, client);
        for (var again = 0; again < 2; again++) {
            client.asks()
                    .body(Worlds.CRITICAL)
                    .put("/v1/tasks/" + task + "/response")
                    .then()
                    .body("scores", empty(), "scoresHidden", equalTo(true), "crisisCard.language", equalTo("en"));
        }
    }

    @Test
    void whatIsNoLongerHiddenIsThereAgain() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        hides(clinician, "", "1").statusCode(200);
        progress(client).body("scales", hasSize(1));
    }

    @Test
    void itIsWrittenOnItsVersion() {
        clinician
                .asks()
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("hidden", empty());
        hides(clinician, "\"phq-9\"", "0").statusCode(200).header("ETag", "\"1\"");
        hides(clinician, "\"gad-7\"", "0").statusCode(412);
        clinician.asks().body("{\"hidden\": []}").put(path()).then().statusCode(428);
        clinician.asks().get(path()).then().body("hidden", contains("phq-9"));
        assertThat(people.count(
                        clinician.practice(),
                        "select count(*) from outbox_event where kind = 'progress-visibility.changed'"))
                .isEqualTo(1);
        assertThat(people.count(
                        clinician.practice(),
                        "select count(*) from audit_entry where action = 'progress-visibility.changed'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"\"nothing\"; /hidden/0", "\"phq-9\", \"phq-9\"; /hidden/1"})
    void whatMakesNoSenseIsRefused(String hidden, String pointer) {
        hides(clinician, hidden, "0").statusCode(422).body("errors[0].pointer", equalTo(pointer));
        clinician.asks().get(path()).then().body("version", equalTo(0));
    }

    @Test
    void onlyTheCareTeamChoosesAndTheClientReadsWhatWasChosen() {
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        client.asks().get(path()).then().statusCode(200).header("ETag", "\"1\"").body("hidden", contains("phq-9"));
        people.clientOf(clinician).asks().get(path()).then().statusCode(404);
        hides(client, "\"phq-9\"", "0").statusCode(403);
        for (var stranger : List.of(
                people.clinician(clinician.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks().get(path()).then().statusCode(404);
            hides(stranger, "\"phq-9\"", "0").statusCode(404);
        }
    }

    private ValidatableResponse hides(Someone who, String hidden, String version) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .body("{\"hidden\": [" + hidden + "]}")
                .put(path())
                .then();
    }

    private ValidatableResponse scores(Someone who, String response) {
        return who.asks().get("/v1/responses/" + response).then().statusCode(200);
    }

    private ValidatableResponse progress(Someone who) {
        return who.asks().get("/v1/clients/" + client.id() + "/progress").then().statusCode(200);
    }

    private String path() {
        return "/v1/clients/" + client.id() + "/progress/visibility";
    }
}

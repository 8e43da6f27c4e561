package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.Pdf;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores that a person tells, or that the client would rather not see: the app does not show them, wherever the client looks. */
@QuarkusTest
class ProgressVisibilityTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

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
                .header("ETag", startsWith("\"0-"))
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
        client.asks()
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("hidden", contains("phq-9"));
        people.clientOf(clinician).asks().get(path()).then().statusCode(404);
        hides(client, "\"phq-9\"", "0").statusCode(403);
        for (var stranger : List.of(
                people.clinician(clinician.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks().get(path()).then().statusCode(404);
            hides(stranger, "\"phq-9\"", "0").statusCode(404);
        }
    }

    @Test
    void whatTheClientHidesTheySeeNoMoreAndTheCareTeamGoesOnSeeing() {
        var given = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        says("\"hidden\": [\"phq-9\"]", "0")
                .statusCode(200)
                .header("ETag", "\"1." + client.id() + "\"")
                .body("hidden", contains("phq-9"), "asked", empty(), "agreed", empty())
                .body("notShown.questionnaire", contains("phq-9"))
                .body("notShown[0].by", equalTo("client"), "notShown[0].standing", equalTo("own"));
        progress(client).body("scales", empty());
        scores(client, given).body("scores", empty(), "scoresHidden", equalTo(true));
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        progress(clinician).body("scales.questionnaire", contains("phq-9"));
        scores(clinician, given).body("scores", hasSize(1), "scoresHidden", equalTo(true));
        clinician
                .asks()
                .get(path())
                .then()
                .body("hidden", empty(), "notShown[0].by", equalTo("client"), "version", equalTo(1));
        says("\"hidden\": []", "1").statusCode(200).body("notShown", empty());
        progress(client).body("scales", hasSize(1));
    }

    @Test
    void theReplyToAnAnswerHidesWhatTheClientHides() {
        says("\"hidden\": [\"phq-9\"]", "0").statusCode(200);
        client.asks()
                .body(Worlds.CRITICAL)
                .put("/v1/tasks/" + worlds.task(clinician, client) + "/response")
                .then()
                .body("scores", empty(), "scoresHidden", equalTo(true), "crisisCard.language", equalTo("en"));
    }

    @Test
    void thatTheyHideItThemselvesIsSaidAndNotThatItIsKeptForATalk() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        says("\"hidden\": [\"phq-9\"]", "0").statusCode(200);
        own("en")
                .body("scales", empty(), "keptForATalk", nullValue())
                .body("hiddenByMe.questionnaires.questionnaire", contains("phq-9"))
                .body(
                        "hiddenByMe.inWords",
                        equalTo(
                                "You chose not to see the scores of Patient Health Questionnaire (PHQ-9) here. You can show them again at any time."));
        own("de")
                .body(
                        "hiddenByMe.inWords",
                        equalTo(
                                "Die Werte von Patient Health Questionnaire (PHQ-9) werden hier auf eigenen Wunsch nicht gezeigt. Sie lassen sich jederzeit wieder einblenden."));
        assertThat(report(client))
                .contains("You chose not to see the scores of")
                .doesNotContain("for a talk");
        assertThat(report(clinician)).doesNotContain("You chose not to see");
        hides(clinician, "\"phq-9\"", "1").statusCode(200).body("notShown[0].by", equalTo("both"));
        own("en").body("hiddenByMe", nullValue(), "keptForATalk.questionnaires.questionnaire", contains("phq-9"));
        hides(clinician, "", "2").statusCode(200).body("notShown[0].by", equalTo("client"));
        own("en").body("hiddenByMe.questionnaires.questionnaire", contains("phq-9"), "keptForATalk", nullValue());
    }

    @Test
    void theClientCannotShowWhatTheCareTeamHides() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        says("\"hidden\": [\"phq-9\"]", "1").statusCode(200).body("notShown[0].by", equalTo("both"));
        says("\"hidden\": []", "2")
                .statusCode(200)
                .body("notShown[0].by", equalTo("clinician"), "notShown[0].standing", equalTo("told"));
        progress(client).body("scales", empty());
        clinician.asks().get(path()).then().body("hidden", contains("phq-9"));
    }

    @Test
    void whatTheClientAsksForTheCareTeamReadsInTheBriefUntilItAnswers() {
        hides(clinician, "\"gad-7\", \"phq-9\"", "0").statusCode(200);
        assertThat(asked("en")).isEmpty();
        says("\"hidden\": [], \"asked\": [\"phq-9\", \"gad-7\"]", "1")
                .statusCode(200)
                .body("asked", contains("gad-7", "phq-9"), "notShown.standing", contains("asked", "asked"));
        progress(client).body("scales", empty());
        var line = asked("en").get(0);
        assertThat(line)
                .containsEntry("code", "scores-asked")
                .extractingByKey("text")
                .asString()
                .startsWith(
                        "The client asks to see the scores of Generalized Anxiety Disorder questionnaire (GAD-7) and Patient Health Questionnaire (PHQ-9), for the longest since ");
        var source = (Map<?, ?>) Objects.requireNonNull(line.get("source"));
        clinician.asks().get(String.valueOf(source.get("href"))).then().statusCode(200);
        assertThat(String.valueOf(asked("de").get(0).get("text")))
                .startsWith("Die Person bittet darum, die Werte von ");

        hides(clinician, "\"gad-7\", \"phq-9\"", "2")
                .statusCode(200)
                .body("notShown.standing", contains("asked", "asked"));
        assertThat(asked("en")).as("who says nothing of it answers nothing").hasSize(1);
        writes(
                        "\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": false, \"reason\": \"after the exam\"}]",
                        "2")
                .statusCode(200)
                .body("notShown.standing", contains("kept"), "notShown[0].answeredAt", notNullValue());
        assertThat(asked("en")).isEmpty();
        mine().body("asked", empty(), "notShown.standing", contains("kept"));
        says("\"hidden\": []", "3").statusCode(200).body("notShown.standing", contains("kept"));
        says("\"hidden\": [], \"asked\": [\"phq-9\"]", "3").statusCode(200).body("asked", contains("phq-9"));
        assertThat(asked("en")).hasSize(1);
        hides(clinician, "", "4").statusCode(200);
        assertThat(asked("en")).isEmpty();
        mine().body("asked", empty(), "notShown", empty());
    }

    @Test
    void thatTheClientAsksIsToldOnceAndNoWordOfWhat() {
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        says("\"hidden\": [], \"asked\": [\"phq-9\"]", "1").statusCode(200);
        says("\"hidden\": [\"gad-7\"], \"asked\": [\"phq-9\"]", "2").statusCode(200);
        for (var table : List.of("outbox_event where kind", "audit_entry where action")) {
            assertThat(people.count(
                            clinician.practice(), "select count(*) from " + table + " = 'progress-visibility.asked'"))
                    .isEqualTo(1);
            assertThat(people.count(
                            clinician.practice(), "select count(*) from " + table + " = 'progress-visibility.changed'"))
                    .isEqualTo(3);
        }
        assertThat(
                        people.count(
                                clinician.practice(),
                                "select count(*) from outbox_event where kind like 'progress-visibility.%' and payload::text <> '{}'"))
                .isZero();
    }

    @Test
    void whatWasTalkedAboutIsNotedWithWhenAndByWhom() {
        writes("\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": true}]", "0")
                .statusCode(200)
                .body("notShown[0].standing", equalTo("talked"), "notShown[0].talkedAt", notNullValue())
                .body("notShown[0].talkedBy", equalTo(clinician.account().toString()));
        mine().body("notShown[0].standing", equalTo("talked"), "notShown[0].talkedAt", notNullValue())
                .body("notShown[0].talkedBy", nullValue(), "notShown[0].hiddenBy", nullValue());
        hides(clinician, "\"phq-9\"", "1").statusCode(200).body("notShown[0].standing", equalTo("talked"));
        writes("\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": false}]", "1")
                .statusCode(200)
                .body("notShown[0].standing", equalTo("told"), "notShown[0].talkedAt", nullValue());
    }

    @Test
    void theReasonIsForTheCareTeamAlone() {
        writes(
                        "\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": false, \"reason\": \"canary frightens\"}]",
                        "0")
                .statusCode(200)
                .body("notShown[0].reason", equalTo("canary frightens"));
        for (var at : List.of(path(), "/v1/me/progress-visibility", "/v1/me/progress", "/v1/me/access-log")) {
            assertThat(client.asks().get(at).then().statusCode(200).extract().asString())
                    .doesNotContain("canary");
        }
        assertThat(rows.holding(client.practice(), "canary")).containsOnly("hidden_score", "visibility_change");
    }

    @Test
    void theClientsYesIsTakenBackWhereSomethingIsHiddenAnew() {
        hides(clinician, "\"gad-7\", \"phq-9\"", "0").statusCode(200);
        says("\"hidden\": [], \"agreed\": [\"gad-7\", \"phq-9\"]", "1")
                .statusCode(200)
                .body("notShown.standing", contains("together", "together"), "notShown[0].agreedAt", notNullValue());
        hides(clinician, "\"gad-7\"", "2").statusCode(200);
        hides(clinician, "\"gad-7\", \"phq-9\"", "3")
                .statusCode(200)
                .body("notShown.standing", contains("together", "told"), "notShown[1].agreedAt", nullValue());
        mine().body("agreed", contains("gad-7"));
        says("\"hidden\": []", "4")
                .statusCode(200)
                .body("agreed", empty(), "notShown.standing", contains("told", "told"));
    }

    @Test
    void everyChangeStaysInTheHistoryForTheCareTeam() {
        writes(
                        "\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": false, \"reason\": \"too early\"}]",
                        "0")
                .statusCode(200);
        says("\"hidden\": [], \"asked\": [\"phq-9\"]", "1").statusCode(200);
        writes("\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\", \"agreed\": true}]", "2")
                .statusCode(200);
        says("\"hidden\": [], \"agreed\": [\"phq-9\"]", "3").statusCode(200);
        hides(clinician, "", "4").statusCode(200);
        var history = clinician
                .asks()
                .get(path() + "/history")
                .then()
                .statusCode(200)
                .body("items.version", contains(5, 4, 3, 3, 3, 2, 1))
                .body("items.find { it.version == 1 }.what", equalTo("hidden"))
                .body("items.find { it.version == 1 }.reason", equalTo("too early"))
                .body(
                        "items.find { it.version == 1 }.saidBy",
                        equalTo(clinician.account().toString()))
                .body("items.findAll { it.version == 3 }.what", containsInAnyOrder("talked-about", "kept", "explained"))
                .body("items.find { it.what == 'asked' }.by", equalTo("client"))
                .body(
                        "items.find { it.what == 'asked' }.saidBy",
                        equalTo(client.account().toString()))
                .body("items[0].what", equalTo("shown"), "items[1].what", equalTo("agreed"))
                .extract();
        var first = clinician
                .asks()
                .get(path() + "/history?limit=4")
                .then()
                .statusCode(200)
                .extract();
        var rest = clinician
                .asks()
                .queryParam("after", first.<String>path("next"))
                .get(path() + "/history")
                .then()
                .statusCode(200)
                .extract();
        assertThat(Stream.concat(first.<List<Object>>path("items").stream(), rest.<List<Object>>path("items").stream())
                        .toList())
                .isEqualTo(history.path("items"));
        client.asks().get(path() + "/history").then().statusCode(403);
        people.clinician(clinician.practice())
                .asks()
                .get(path() + "/history")
                .then()
                .statusCode(404);
        people.clinician(people.practice().practice())
                .asks()
                .get(path() + "/history")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'hidden': ['nothing']; /hidden/0; unknown-questionnaire",
                "'hidden': ['k10', 'k10']; /hidden/1; twice",
                "'hidden': [], 'asked': ['gad-7']; /asked/0; not-hidden",
                "'hidden': ['gad-7'], 'agreed': ['gad-7']; /agreed/0; not-hidden",
                "'hidden': [], 'asked': ['phq-9', 'phq-9']; /asked/1; twice",
                "'hidden': [], 'asked': ['phq-9'], 'agreed': ['phq-9']; /asked/0; also-agreed",
                "'hidden': ['phq-9'], 'asked': ['phq-9']; /asked/0; also-hidden",
                "'hidden': [], 'asked': ['nothing']; /asked/0; unknown-questionnaire",
            })
    void whatTheClientSaysWithoutSenseIsRefused(String body, String pointer, String code) {
        hides(clinician, "\"phq-9\"", "0").statusCode(200);
        says(body.replace('\'', '"'), "1")
                .statusCode(422)
                .body("errors.pointer", contains(pointer), "errors.code", contains(code));
        mine().body("version", equalTo(1), "hidden", empty(), "asked", empty(), "agreed", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'questionnaire': 'gad-7', 'agreed': true}; /how/0/questionnaire; not-hidden",
                "{'questionnaire': 'nothing', 'agreed': true}; /how/0/questionnaire; unknown-questionnaire",
                "{'questionnaire': 'phq-9', 'agreed': true}, {'questionnaire': 'phq-9', 'agreed': false}; /how/1/questionnaire; twice",
                "{'questionnaire': 'phq-9', 'agreed': true, 'reason': 'why'}; /how/0/reason; agreed",
            })
    void howWithoutSenseIsRefused(String how, String pointer, String code) {
        writes("\"hidden\": [\"phq-9\"], \"how\": [" + how.replace('\'', '"') + "]", "0")
                .statusCode(422)
                .body("errors.pointer", contains(pointer), "errors.code", contains(code));
        clinician.asks().get(path()).then().body("version", equalTo(0), "notShown", empty());
    }

    @Test
    void whatHasNoShapeIsRefused() {
        for (var body : List.of(
                "\"asked\": []", "\"hidden\": null", "\"hidden\": \"phq-9\"", "\"hidden\": [], \"shown\": []")) {
            assertThat(says(body, "0").extract().statusCode()).as(body).isIn(400, 422);
        }
        assertThat(writes("\"hidden\": [\"phq-9\"], \"how\": [{\"questionnaire\": \"phq-9\"}]", "0")
                        .extract()
                        .statusCode())
                .isIn(400, 422);
        mine().body("version", equalTo(0));
    }

    @Test
    void eachSideWritesOnTheVersionThatItReadAndTheSecondTimeIsSeen() {
        says("\"hidden\": [\"phq-9\"]", "0").statusCode(200);
        says("\"hidden\": [\"phq-9\"]", "0").statusCode(412);
        hides(clinician, "\"gad-7\"", "0").statusCode(412);
        client.asks()
                .body("{\"hidden\": []}")
                .put("/v1/me/progress-visibility")
                .then()
                .statusCode(428);
        says("\"hidden\": [\"phq-9\"]", "1").statusCode(200).body("hidden", contains("phq-9"), "version", equalTo(1));
        assertThat(people.count(clinician.practice(), "select count(*) from visibility_change"))
                .as("the same again is no change")
                .isEqualTo(1);
    }

    @Test
    void theirSayIsTheClientsOwn() {
        says("\"hidden\": [\"phq-9\"]", "0").statusCode(200);
        people.clientOf(clinician)
                .asks()
                .get("/v1/me/progress-visibility")
                .then()
                .body("hidden", empty(), "notShown", empty(), "version", equalTo(0));
        clinician.asks().get("/v1/me/progress-visibility").then().statusCode(403);
        clinician
                .asks()
                .header("If-Match", "\"1\"")
                .body("{\"hidden\": []}")
                .put("/v1/me/progress-visibility")
                .then()
                .statusCode(403);
        mine().body("hidden", contains("phq-9"));
    }

    @Test
    void anAppThatKeepsCopiesHearsOfResponsesThatAreToldOtherwise() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var cursor = sync(null).extract().<String>path("cursor");
        for (var turn = 0; turn < 2; turn++) {
            says(turn == 0 ? "\"hidden\": [\"phq-9\"]" : "\"hidden\": []", Integer.toString(turn))
                    .statusCode(200);
            cursor = sync(cursor).body("changes.answered", hasSize(1)).extract().path("cursor");
        }
        says("\"hidden\": [\"gad-7\"]", "2").statusCode(200);
        sync(cursor).body("changes.answered", empty());
    }

    private ValidatableResponse says(String members, String version) {
        return client.asks()
                .header("If-Match", "\"" + version + "." + client.id() + "\"")
                .body("{" + members + "}")
                .put("/v1/me/progress-visibility")
                .then();
    }

    private ValidatableResponse sync(@Nullable String cursor) {
        return client.asks()
                .body("{\"clientTime\": \"%s\", \"items\": []%s}"
                        .formatted(Instant.now(), cursor == null ? "" : ", \"cursor\": \"" + cursor + "\""))
                .post("/v1/sync")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse mine() {
        return client.asks().get("/v1/me/progress-visibility").then().statusCode(200);
    }

    private ValidatableResponse own(String language) {
        return client.asks()
                .header("Accept-Language", language)
                .get("/v1/me/progress")
                .then()
                .statusCode(200);
    }

    private String report(Someone who) {
        return Pdf.text(who.asks()
                .header("Accept-Language", "en")
                .get("/v1/clients/" + client.id() + "/report.pdf")
                .asByteArray());
    }

    private List<Map<String, Object>> asked(String language) {
        return clinician
                .asks()
                .header("Accept-Language", language)
                .get("/v1/clients/" + client.id() + "/brief")
                .then()
                .statusCode(200)
                .extract()
                .path("sections.find { it.code == 'asked' }.lines");
    }

    private ValidatableResponse writes(String members, String version) {
        return clinician
                .asks()
                .header("If-Match", "\"" + version + "\"")
                .body("{" + members + "}")
                .put(path())
                .then();
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

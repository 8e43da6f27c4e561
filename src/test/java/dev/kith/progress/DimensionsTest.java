package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Phq9;
import dev.kith.house.Statements;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the weekly check-in says of daily life, week by week, to whoever may hear it. */
@QuarkusTest
class DimensionsTest {
    private static final String LOAD = "dimensions.find { it.dimension == 'load' }.";
    private static final String ASKING = "dimensions.find { it.dimension == 'help-seeking' }.";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void whereNobodyCheckedInThereIsNone() {
        progress(clinician, "").body("dimensions", empty());
        Phq9.givenOn(clinician, client, Phq9.answers(9), "2026-01-05T09:00:00Z");
        progress(clinician, "").body("scales", hasSize(1), "dimensions", empty());
    }

    @Test
    void eachDimensionIsToldWeekByWeekAndAWeekWithoutAnswerStaysAGap() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8, helped: 9, was-helped: 1, needed: 6, asked: 1");
        checkedIn("2026-01-12T09:00:00Z", "load: 7, helped: 4, was-helped: 2, needed: 4, asked: 2");
        checkedIn("2026-01-26T09:00:00Z", "load: 4, helped: 3, was-helped: 3, needed: 3, asked: 3");
        progress(clinician, "")
                .body(
                        "dimensions.dimension",
                        contains(
                                "asks-at-work",
                                "connection",
                                "help-seeking",
                                "load",
                                "receiving",
                                "reciprocity",
                                "resentment"))
                .body(LOAD + "weeks.startsOn", contains("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"))
                .body(LOAD + "weeks.value", contains(8, 7, null, 4))
                .body(LOAD + "weeks.reason", contains(null, null, "NOT_ANSWERED", null))
                .body(LOAD + "weeks.answered", contains(1, 1, 0, 1))
                .body(LOAD + "latest.value", equalTo(4), LOAD + "truncated", equalTo(false))
                .body(LOAD + "trend.slopePerWeek", equalTo(-1.3333f), LOAD + "trend.ciReason", not(nullValue()))
                .body(LOAD + "title", equalTo("Load"), LOAD + "direction", equalTo("higher-is-worse"))
                .body(LOAD + "questionnaire", equalTo("kith-check-in"), LOAD + "scale", equalTo("load"))
                .body(LOAD + "cost", containsString("Exhaustion"), LOAD + "sources", hasSize(3))
                .body(LOAD + "label", containsString("Not validated"), LOAD + "author", equalTo("client"))
                .body("dimensions.find { it.dimension == 'reciprocity' }.weeks.value", contains(10, 33, null, 50))
                .body("dimensions.find { it.dimension == 'reciprocity' }.direction", equalTo("neither"))
                .body(ASKING + "weeks.value", contains(17, 50, null, 100))
                .body("dimensions.find { it.dimension == 'connection' }.latest", nullValue())
                .body("dimensions.find { it.dimension == 'connection' }.trendReason", equalTo("NO_MEASUREMENT"))
                .body(
                        "dimensions.find { it.dimension == 'connection' }.weeks.reason",
                        contains("TOO_MANY_MISSING", "TOO_MANY_MISSING", "NOT_ANSWERED", "TOO_MANY_MISSING"));
    }

    @Test
    void aDimensionSaysWhatItsScaleSaysAndNoChangeIsJudged() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8");
        checkedIn("2026-01-12T09:00:00Z", "load: 2");
        var told = progress(clinician, "");
        var scale = "scales.find { it.scale == 'load' }.";
        told.body("scales", hasSize(9))
                .body(scale + "change.value", equalTo(-6), scale + "change.rci", nullValue())
                .body(scale + "change.reason", equalTo("NO_PUBLISHED_RELIABILITY"), scale + "change.class", nullValue())
                .body(scale + "points.band", contains(null, null), scale + "signals", empty())
                .body(scale + "inWords", containsString("was never published"));
        var json = told.extract().jsonPath();
        for (var part : List.of("latest", "trend", "trendReason", "label", "title")) {
            assertThat(json.<Object>get(LOAD + part)).isEqualTo(json.<Object>get(scale + part));
        }
    }

    @Test
    void aWeekInWhichNoHelpWasNeededIsNoBadWeek() {
        checkedIn("2026-01-05T09:00:00Z", "needed: 4, asked: 1");
        checkedIn("2026-01-12T09:00:00Z", "needed: 0");
        checkedIn("2026-01-19T09:00:00Z", "needed: 2, asked: 5");
        progress(clinician, "")
                .body(ASKING + "weeks.value", contains(25, null, 100))
                .body(ASKING + "weeks.reason", contains(null, "SHARE_OF_NOTHING", null))
                .body(ASKING + "weeks.answered", everyItem(equalTo(1)));
        var chart = clinician.asks().get(at("/help-seeking.svg")).then().statusCode(200);
        chart.body(not(containsString("is missing")), not(containsString("too little answered")));
    }

    @Test
    void whoHadNothingToAskForIsNotAskedWhetherTheyDid() {
        given("2026-01-05T09:00:00Z", "needed: 0, asked: 1").statusCode(422);
        progress(clinician, "").body("dimensions", empty());
    }

    @Test
    void weeksBeginOnMondayWhereTheClientLives() { // in Berlin, an hour before they do in UTC
        checkedIn("2026-01-11T22:30:00Z", "load: 5");
        checkedIn("2026-01-11T23:30:00Z", "load: 6");
        progress(clinician, "")
                .body(LOAD + "weeks.startsOn", contains("2026-01-05", "2026-01-12"))
                .body(LOAD + "weeks.value", contains(5, 6));
    }

    @Test
    void ofTwoInOneWeekTheLastThatCountsStands() {
        checkedIn("2026-01-05T09:00:00Z", "load: 5");
        checkedIn("2026-01-07T09:00:00Z", "load: 6");
        checkedIn("2026-01-08T09:00:00Z", "connection: 6");
        progress(clinician, "").body(LOAD + "weeks.value", contains(6), LOAD + "weeks.answered", contains(3));
    }

    @Test
    void ofVeryManyWeeksTheNewestAreToldAndThatThereAreMore() {
        checkedIn("2023-01-02T09:00:00Z", "load: 5");
        checkedIn("2026-01-05T09:00:00Z", "load: 6");
        progress(clinician, "")
                .body(LOAD + "weeks", hasSize(104), LOAD + "weeks[103].startsOn", equalTo("2026-01-05"))
                .body(LOAD + "weeks[0].startsOn", equalTo("2024-01-15"), LOAD + "truncated", equalTo(true));
        progress(clinician, "?from=2024-01-15").body(LOAD + "weeks", hasSize(1), LOAD + "truncated", equalTo(false));
    }

    @Test
    void theClientReadsTheirOwnInTheirLanguage() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8, helped: 1, was-helped: 1");
        checkedIn("2026-01-12T09:00:00Z", "load: 5, helped: 1, was-helped: 3");
        client.asks()
                .header("Accept-Language", "de")
                .get(at(""))
                .then()
                .statusCode(200)
                .body(LOAD + "title", equalTo("Last"), LOAD + "cost", containsString("Erschöpfung"))
                .body(LOAD + "label", containsString("Nicht validiert"), LOAD + "weeks.value", contains(8, 5));
        client.asks()
                .get("/v1/me/progress")
                .then()
                .statusCode(200)
                .rootPath("scales.find { it.scale == 'reciprocity' }")
                .body("whatChanged", equalTo("From 50 on 5 January 2026 to 75 on 12 January 2026: 25 points higher."))
                .body("whatItMeans", containsString("was never published"))
                .rootPath("scales.find { it.scale == 'load' }")
                .body("whatChanged", containsString("3 points lower, the good direction"));
    }

    @Test
    void whatIsKeptForATalkIsKeptHereToo() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8");
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"kith-check-in\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
        progress(client, "").body("scales", empty(), "dimensions", empty());
        progress(clinician, "").body("dimensions", hasSize(7));
    }

    @Test
    void softwareReadsThemByTheScopeOfProgressAlone() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8");
        progress(people.integration(admin.practice(), "progress:read"), "")
                .body("dimensions", hasSize(7), LOAD + "weeks.value", contains(8));
        people.integration(admin.practice(), "clients:read")
                .asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherPracticeAndWhoDoesNotCareForTheClientFindNothing() {
        checkedIn("2026-01-05T09:00:00Z", "load: 8");
        for (var stranger : List.of(
                people.clinician(admin.practice()),
                people.clientOf(clinician),
                people.clinician(people.practice().practice()))) {
            stranger.asks()
                    .get("/v1/clients/" + client.id() + "/progress")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aPracticesOwnQuestionnaireTellsADimensionBesideAndNoneIsMixed() {
        var key = "own-" + Ids.next().toString().substring(24);
        OwnQuestionnaire.publish(
                admin,
                OwnQuestionnaire.json(key)
                        .replace("\"direction\": ", "\"dimension\": {\"code\": \"load\"}, \"direction\": "),
                key);
        checkedIn("2026-01-05T09:00:00Z", "load: 8");
        answered(key, "2026-01-05T10:00:00Z", Map.of(key + ".1", 0, key + ".2", 1))
                .statusCode(201);
        progress(clinician, "")
                .body("dimensions.findAll { it.dimension == 'load' }.questionnaire", contains("kith-check-in", key))
                .body("dimensions.findAll { it.dimension == 'load' }.latest.value", contains(8, 3))
                .body("dimensions.findAll { it.dimension == 'load' }.cost", hasItem(nullValue()));
        clinician.asks().get("/v1/questionnaires/" + key).then().body("scales.dimension", contains("load"));
    }

    @Test
    void checkingInChangesNoOtherFigureAndAsksTheDatabaseForNothingMore() {
        Phq9.givenOn(clinician, client, Phq9.answers(16), "2026-01-05T09:00:00Z");
        Phq9.givenOn(clinician, client, Phq9.answers(9), "2026-01-12T09:00:00Z");
        var before = progress(clinician, "").extract().jsonPath();
        var asked = Statements.during(() -> progress(clinician, ""));
        checkedIn("2026-01-05T10:00:00Z", "load: 8");
        checkedIn("2026-01-12T10:00:00Z", "load: 3");
        var after = progress(clinician, "").extract().jsonPath();
        for (var part : List.of(
                "scales.find { it.questionnaire == 'phq-9' }",
                "joint",
                "exercises",
                "ladder",
                "goals",
                "adherence",
                "adherenceByAssignment",
                "truncated")) {
            assertThat(after.<Object>get(part)).as(part).isEqualTo(before.<Object>get(part));
        }
        assertThat(Statements.during(() -> progress(clinician, ""))).hasSameSizeAs(asked);
    }

    @Test
    void briefAndChartReadHonestlyWhereNothingIsJudged() {
        checkedIn("2026-01-05T09:00:00Z", "helped: 2, was-helped: 2");
        checkedIn("2026-01-12T09:00:00Z", "helped: 2, was-helped: 1");
        checkedIn("2026-01-19T09:00:00Z", "helped: 2, was-helped: 3");
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/brief?since=2026-01-15")
                .then()
                .statusCode(200)
                .body(containsString("no published figures say."))
                .body(containsString("2 points against the last score before this time."))
                .body(not(containsString("no reliable change")));
        clinician
                .asks()
                .get(at("/was-helped.svg"))
                .then()
                .statusCode(200)
                .body(not(containsString("is better")))
                .body(containsString("Not validated"));
        clinician.asks().get(at("/load.svg")).then().statusCode(200).body(containsString("lower is better"));
    }

    private String at(String chart) {
        return "/v1/clients/" + client.id() + "/progress" + (chart.isEmpty() ? "" : "/kith-check-in" + chart);
    }

    private void checkedIn(String at, String answers) {
        given(at, answers).statusCode(201);
    }

    private ValidatableResponse given(String at, String answers) {
        var byItem = new TreeMap<String, Object>();
        for (var answer : answers.split(", ")) {
            var parts = answer.split(": ");
            byItem.put("kith-check-in." + parts[0], Integer.valueOf(parts[1]));
        }
        return answered("kith-check-in", at, byItem);
    }

    private ValidatableResponse answered(String questionnaire, String at, Map<String, ?> answers) {
        return clinician
                .asks()
                .body(Map.of(
                        "client",
                        client.id().toString(),
                        "questionnaire",
                        questionnaire,
                        "author",
                        "client",
                        "authoredAt",
                        at,
                        "complete",
                        true,
                        "answers",
                        answers))
                .put("/v1/responses/" + Ids.next())
                .then();
    }

    private ValidatableResponse progress(Someone who, String query) {
        return who.asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200);
    }
}

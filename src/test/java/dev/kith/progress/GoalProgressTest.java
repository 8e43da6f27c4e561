package dev.kith.progress;

import static dev.kith.house.Worlds.GOAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals beside scores: where each side sees the client, and how far it is. */
@QuarkusTest
class GoalProgressTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void bothSidesAreToldWhereEachSeesTheClient() {
        var goal = worlds.goal(clinician, client);
        Worlds.rates(client, goal, -1);
        Worlds.rates(client, goal, 1);
        Worlds.rates(clinician, goal, 0);
        for (var reader : List.of(clinician, client)) {
            progress(reader, "")
                    .body("goals", hasSize(1))
                    .rootPath("goals[0]")
                    .body("goalId", equalTo(goal), "title", equalTo("Tell my sister how my day was"))
                    .body("state", equalTo("active"), "revision", equalTo(1), "weight", equalTo(2))
                    .body("baseline.level", equalTo(-1), "baseline.looksLike", equalTo("Once a month"))
                    .body("client.level", equalTo(1), "client.looksLike", equalTo("Twice a week"))
                    .body("clinician.level", equalTo(0), "clinician.looksLike", equalTo("Once a week"))
                    .body("achievedAt", nullValue());
        }
    }

    /** One goal at -1 is 40 and at 0 is 50: 50 + 10 w x / sqrt(0.7 w^2 + 0.3 w^2). */
    @Test
    void howFarItIsIsWhatGoalAttainmentSays() {
        progress(clinician, "").body("goalAttainment.score", nullValue(), "goalAttainment.reason", equalTo("no-goals"));
        var goal = worlds.goal(clinician, client);
        progress(clinician, "").body("goalAttainment.leftOut.goalId", contains(goal));
        Worlds.rates(client, goal, 1);
        Worlds.rates(clinician, goal, 0);
        var second = worlds.goal(clinician, client);
        progress(clinician, "")
                .rootPath("goalAttainment")
                .body("baseline", equalTo(40.0f), "score", equalTo(50.0f), "change", equalTo(10.0f))
                .body("formula.name", equalTo("goal-attainment"), "formula.version", equalTo(1))
                .body("goals.goalId", contains(goal), "goals.author", contains("clinician"))
                .body("leftOut.goalId", contains(second));
        Worlds.rates(client, second, 2);
        for (var reader : List.of(clinician, client)) {
            Map<String, Object> told = progress(reader, "").extract().path("goalAttainment");
            Map<String, Object> asked = reader.asks()
                    .get("/v1/clients/" + client.id() + "/goal-attainment")
                    .then()
                    .extract()
                    .path("$");
            asked.keySet().removeAll(List.of("clientId", "at", "author"));
            assertThat(told).isEqualTo(asked);
        }
    }

    @Test
    void ofThoseThatAreOverOnlyTheAchievedAreTold() {
        var achieved = worlds.goal(clinician, client);
        Worlds.rates(client, achieved, 2);
        Worlds.changesGoal(clinician, achieved, "{\"state\": \"achieved\"}");
        Worlds.changesGoal(
                clinician, worlds.goal(clinician, client), "{\"state\": \"closed\", \"reason\": \"Not now\"}");
        client.asks()
                .body(GOAL)
                .post("/v1/clients/" + client.id() + "/goals")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"));
        progress(client, "")
                .body("goals.goalId", contains(achieved))
                .body("goals.state", contains("achieved"))
                .body("goals[0].client.level", equalTo(2), "goals[0].achievedAt", not(nullValue()))
                .body("goalAttainment.reason", equalTo("no-goals"));
    }

    @Test
    void aPeriodThatEndedTellsGoalsAsTheyStoodThen() {
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z");
        var goal = worlds.goal(clinician, client);
        Worlds.rates(client, goal, 0);
        Sandbox.moveTo(admin, "2027-03-08T09:00:00Z");
        Worlds.changesGoal(
                clinician, goal, "{\"title\": \"Tell her\", \"levels\": {\"more\": \"Each day\"}, \"baseline\": -2}");
        progress(clinician, "")
                .body("goals.title", contains("Tell her"))
                .body("goals[0].client", nullValue(), "goalAttainment.reason", equalTo("not-rated"));
        Worlds.rates(client, goal, 1);
        Sandbox.moveTo(admin, "2027-03-15T09:00:00Z");
        Worlds.changesGoal(clinician, goal, "{\"state\": \"achieved\"}");
        progress(clinician, "?to=2027-02-28").body("goals", empty());
        progress(clinician, "?to=2027-03-05")
                .body("goals.title", contains("Tell my sister how my day was"))
                .body("goals.client.level", contains(0))
                .body("goals.revision", contains(1), "goalAttainment.score", equalTo(50.0f));
        progress(clinician, "?to=2027-03-12")
                .body("goals.state", contains("active"), "goals.client.looksLike", contains("Each day"))
                .body("goalAttainment.baseline", equalTo(30.0f), "goalAttainment.score", equalTo(60.0f));
        progress(clinician, "?from=2027-03-10").body("goals.state", contains("achieved"));
        Sandbox.moveTo(admin, "2027-04-01T09:00:00Z");
        progress(clinician, "?from=2027-03-20").body("goals", empty());
    }

    @Test
    void practiceSoftwareIsToldOfNone() {
        Worlds.rates(client, worlds.goal(clinician, client), 1);
        progress(people.integration(admin.practice(), "progress:read"), "")
                .body("goals", empty(), "goalAttainment", nullValue());
    }

    @Test
    void nobodyIsToldOfAnothers() {
        var other = people.clientOf(clinician);
        worlds.goal(clinician, other);
        progress(clinician, "").body("goals", empty());
    }

    private ValidatableResponse progress(Someone who, String query) {
        return who.asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200);
    }
}

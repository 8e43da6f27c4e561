package dev.kith.goal;

import static dev.kith.house.Worlds.GOAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The T-score over a client's goals: of the goals that counted then, on the levels that counted then. */
@QuarkusTest
class GoalAttainmentTest {
    @Inject
    People people;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    /** Kiresuk and Sherman's formula with rho 0.3: three alike at +1 give 63.69, at -1 36.31. */
    @Test
    void threeAlikeGoalsAreAttainedAsWorkedByHand() {
        for (var i = 0; i < 3; i++) {
            Worlds.rates(client, goal(2, -1), 1);
        }
        attainment("")
                .statusCode(200)
                .body("score", equalTo(63.69f))
                .body("baseline", equalTo(36.31f))
                .body("change", equalTo(27.38f))
                .body("reason", nullValue())
                .body("formula.name", equalTo("goal-attainment"))
                .body("formula.version", equalTo(1))
                .body("formula.rho", equalTo(0.3f))
                .body("goals.level", contains(1, 1, 1))
                .body("goals.weight", contains(2, 2, 2));
    }

    /** 50 + 10 (3 - 1 + 4) / sqrt(0.7 * 14 + 0.3 * 36). */
    @Test
    void weightsCount() {
        Worlds.rates(client, goal(3, -2), 1);
        Worlds.rates(client, goal(1, -2), -1);
        Worlds.rates(client, goal(2, -2), 2);
        attainment("").body("score", equalTo(63.22f));
    }

    @Test
    void whatNobodyRatedIsLeftOutOfTheStartToo() {
        attainment("").body("score", nullValue()).body("reason", equalTo("no-goals"));
        var unrated = goal(3, -2);
        attainment("")
                .body("score", nullValue())
                .body("baseline", nullValue())
                .body("reason", equalTo("not-rated"))
                .body("leftOut.goalId", contains(unrated));
        var rated = goal(1, -1);
        Worlds.rates(client, rated, 2);
        attainment("")
                .body("score", equalTo(70.0f))
                .body("baseline", equalTo(40.0f))
                .body("goals.goalId", contains(rated))
                .body("leftOut.goalId", contains(unrated))
                .body("leftOut.reason", contains("not-rated"));
    }

    @Test
    void eachSideIsAskedForByItself() {
        var goal = goal(1, -1);
        Worlds.rates(client, goal, 2);
        Worlds.rates(clinician, goal, 0);
        attainment("?author=client").body("score", equalTo(70.0f)).body("goals.author", contains("client"));
        attainment("?author=clinician").body("score", equalTo(50.0f));
        attainment("").body("score", equalTo(50.0f)).body("goals.author", contains("clinician"));
    }

    @Test
    void chosenGoalsTakeThePlaceOfTheActiveOnes() {
        var first = goal(1, -1);
        var second = goal(1, -1);
        Worlds.rates(client, first, 2);
        Worlds.rates(client, second, 0);
        Worlds.changesGoal(clinician, first, "{\"state\": \"achieved\"}");
        attainment("").body("goals.goalId", contains(second)).body("score", equalTo(50.0f));
        attainment("?goal=" + first).body("goals.goalId", contains(first)).body("score", equalTo(70.0f));
        attainment("?goal=" + first + "&goal=" + second + "&goal=" + first)
                .body("goals.goalId", containsInAnyOrder(first, second));
        var anothers = people.clientOf(clinician);
        attainment("?goal=" + goal(anothers, 1, -1))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#goal"))
                .body("errors[0].code", equalTo("unknown-goal"));
        attainment("?goal=nothing").statusCode(400);
    }

    @Test
    void thePastIsToldAsItStood() {
        var goal = goal(1, -1);
        Worlds.rates(client, goal, 2);
        var then = attainment("").extract().<String>path("at");
        Worlds.changesGoal(clinician, goal, "{\"levels\": {\"more\": \"Each day\"}, \"baseline\": -2, \"weight\": 3}");
        attainment("").body("reason", equalTo("not-rated"));
        Worlds.rates(client, goal, 0);
        Worlds.changesGoal(clinician, goal, "{\"state\": \"achieved\"}");
        attainment("").body("reason", equalTo("no-goals"));
        attainment("?at=" + then)
                .body("score", equalTo(70.0f))
                .body("baseline", equalTo(40.0f))
                .body("goals.revision", contains(1))
                .body("goals.weight", contains(1));
        attainment("?goal=" + goal)
                .body("score", equalTo(50.0f))
                .body("baseline", equalTo(30.0f))
                .body("goals.revision", contains(2));
        attainment("?at=2001-01-01T00:00:00Z").body("goals", empty()).body("reason", equalTo("no-goals"));
        attainment("?at=2001-01-01T00:00:00Z&goal=" + goal).body("leftOut.reason", contains("not-yet-written"));
        attainment("?at=2199-01-01T00:00:00Z").statusCode(422).body("errors[0].pointer", equalTo("#at"));
    }

    @Test
    void anotherWeightKeepsTheRating() {
        var goal = goal(1, -1);
        Worlds.rates(client, goal, 1);
        Worlds.changesGoal(clinician, goal, "{\"weight\": 3}");
        attainment("")
                .body("goals", hasSize(1))
                .body("goals.revision", contains(2))
                .body("goals.weight", contains(3))
                .body("goals.level", contains(1));
    }

    @Test
    void itIsTheClientsAndTheirCareTeams() {
        var before = rows.of(client.practice());
        for (var stranger : List.of(
                people.clientOf(clinician),
                people.clinician(client.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks()
                    .get("/v1/clients/" + client.id() + "/goal-attainment")
                    .then()
                    .statusCode(404);
        }
        client.asks()
                .get("/v1/clients/" + client.id() + "/goal-attainment")
                .then()
                .statusCode(200);
        assertThat(rows.of(client.practice()).get("goal")).isEqualTo(before.get("goal"));
    }

    private ValidatableResponse attainment(String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/goal-attainment" + query)
                .then();
    }

    private String goal(int weight, int baseline) {
        return goal(client, weight, baseline);
    }

    private String goal(Someone whose, int weight, int baseline) {
        var body = GOAL.replace("\"weight\": 2", "\"weight\": " + weight)
                .replace("\"baseline\": -1", "\"baseline\": " + baseline);
        return clinician
                .asks()
                .body(body)
                .post("/v1/clients/" + whose.id() + "/goals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

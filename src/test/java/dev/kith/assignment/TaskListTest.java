package dev.kith.assignment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list of tasks holds, for the client and for the care team. */
@QuarkusTest
class TaskListTest {
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
    void aStateIsChosenBeforeThePageIsCut() {
        worlds.task(clinician, client);
        startingOn("2150-01-01");
        startingOn("2150-01-02");
        startingOn("2020-01-01");
        own("?state=scheduled&limit=1").body("items", hasSize(1)).body("items[0].state", equalTo("scheduled"));
        own("?state=scheduled&limit=2")
                .body("items.state", everyItem(equalTo("scheduled")))
                .body("items", hasSize(2))
                .body("next", nullValue());
        own("?state=missed").body("items.state", contains("missed"));
        own("?state=open").body("items.state", contains("open"));
        own("?state=completed").body("items", empty());
        own("").body("items", hasSize(4));
    }

    @Test
    void whatIsCompletedIsFoundAsCompleted() {
        var task = worlds.task(clinician, client);
        client.asks()
                .body(Worlds.CALM)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201);
        own("?state=completed").body("items.id", contains(task));
        own("?state=open").body("items", empty());
    }

    @Test
    void whatIsPausedIsHiddenFromTheClientAndMarkedForTheCareTeam() {
        var assignment = worlds.assignment(clinician, client);
        var task = worlds.taskOf(clinician, assignment);
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"state\": \"paused\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
        own("").body("items", empty());
        own("?state=open").body("items", empty());
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/tasks")
                .then()
                .statusCode(200)
                .body("items.id", contains(task))
                .body("items[0].paused", equalTo(true));
    }

    private ValidatableResponse own(String query) {
        return client.asks().get("/v1/me/tasks" + query).then().statusCode(200);
    }

    private void startingOn(String date) {
        clinician
                .asks()
                .body("{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"%s\"}}".formatted(date))
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201);
    }
}

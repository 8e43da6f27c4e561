package dev.kith.practice;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PracticeTest {
    @Inject
    People people;

    Someone admin;

    @BeforeEach
    void found() {
        admin = people.practice();
    }

    @Test
    void everybodyWhoBelongsToItReadsIt() {
        var client = people.client(admin.practice());
        var software = people.integration(admin.practice(), "practice:read");
        for (var one : new Someone[] {admin, client, software}) {
            one.asks()
                    .get("/v1/practice")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"0\"")
                    .body("id", equalTo(admin.practice().toString()), "name", equalTo("Willow"));
        }
        people.integration(admin.practice()).asks().get("/v1/practice").then().statusCode(403);
    }

    @Test
    void whoHasItAlreadyIsSentNothing() {
        admin.asks().header("If-None-Match", "\"0\"").get("/v1/practice").then().statusCode(304);
        admin.asks().header("If-None-Match", "\"1\"").get("/v1/practice").then().statusCode(200);
    }

    @Test
    void anAdminChangesIt() {
        patch(admin, "\"0\"", "{\"name\": \"Harbour\", \"timeZone\": \"Europe/Amsterdam\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Harbour"), "timeZone", equalTo("Europe/Amsterdam"), "language", equalTo("en"));
        admin.asks()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"language\": \"nl\"}")
                .patch("/v1/practice")
                .then()
                .statusCode(200)
                .body("language", equalTo("nl"), "name", equalTo("Harbour"));
    }

    @Test
    void aChangeSaysWhichVersionItIsMadeOn() {
        patch(admin, "\"0\"", "{\"name\": \"Harbour\"}").statusCode(200);
        patch(admin, "\"0\"", "{\"name\": \"Willow\"}").statusCode(412);
        patch(admin, "W/\"1\"", "{\"name\": \"Willow\"}").statusCode(412);
        admin.asks().body("{\"name\": \"Willow\"}").patch("/v1/practice").then().statusCode(428);
    }

    @Test
    void theSameChangeAgainMakesNoNewVersion() {
        patch(admin, "\"0\"", "{\"name\": \"Willow\"}").statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void whatBreaksARuleIsPointedAt() {
        patch(admin, "\"0\"", "{\"name\": null}").statusCode(422).body("errors.pointer", hasItem("/name"));
        patch(admin, "\"0\"", "{\"name\": \"   \"}").statusCode(422).body("errors.pointer", hasItem("/name"));
        patch(admin, "\"0\"", "{\"timeZone\": \"Mars/Olympus\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/timeZone"), "errors[0].code", equalTo("zone-name"));
        patch(admin, "\"0\"", "{\"timeZone\": \"+02:00\"}").statusCode(422);
        patch(admin, "\"0\"", "{\"language\": \"klingon!\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/language"));
        patch(admin, "\"0\"", "{\"demo\": true}").statusCode(400).body("errors[0].code", equalTo("unknown-field"));
        patch(admin, "\"0\"", "{\"name\": 5}").statusCode(400);
    }

    @Test
    void onlyAnAdminChangesIt() {
        patch(people.clinician(admin.practice()), "\"0\"", "{\"name\": \"Mine\"}")
                .statusCode(403);
        patch(people.client(admin.practice()), "\"0\"", "{\"name\": \"Mine\"}").statusCode(403);
    }

    @Test
    void aChangeStaysWithinItsPractice() {
        var other = people.practice();
        patch(admin, "\"0\"", "{\"name\": \"Harbour\"}").statusCode(200);
        other.asks().get("/v1/practice").then().body("name", equalTo("Willow"), "version", equalTo(0));
    }

    private static ValidatableResponse patch(Someone who, String version, String body) {
        return who.asks()
                .header("If-Match", version)
                .body(body)
                .patch("/v1/practice")
                .then();
    }
}

package dev.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakGlassTest {
    private static final String REASON = "{\"reason\": \"On call: the client phones the crisis line\"}";

    @Inject
    People people;

    Someone admin;
    Someone stranger;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        stranger = people.clinician(admin.practice());
        client = people.clientOf(people.clinician(admin.practice()));
    }

    @Test
    void itOpensTheRecordForAWhileAndTellsTheAdmin() {
        stranger.asks().get("/v1/clients/" + client.id()).then().statusCode(404);
        var glass = post(stranger, client.id(), REASON).statusCode(201).extract();
        var open = Duration.between(Instant.parse(glass.path("openedAt")), Instant.parse(glass.path("closesAt")));
        assertThat(open).isEqualTo(Duration.ofMinutes(30));
        stranger.asks().get("/v1/clients/" + client.id()).then().statusCode(200);
        stranger.asks().get("/v1/clients").then().body("items", hasSize(1));
        admin.asks()
                .get("/v1/break-glass")
                .then()
                .body("items.memberId", contains(stranger.id().toString()));
        var trail =
                "select count(*) from audit_entry where action = 'glass.broken' and client_id = ? and reason like 'On call%'";
        assertThat(people.count(admin.practice(), trail, client.id())).isEqualTo(1);
        var outbox = "select count(*) from outbox_event where kind = 'glass.broken' and client_id = ?";
        assertThat(people.count(admin.practice(), outbox, client.id())).isEqualTo(1);
    }

    @Test
    void itClosesAgain() {
        post(stranger, client.id(), REASON).statusCode(201);
        people.run(admin.practice(), """
                update broken_glass
                set opened_at = opened_at - interval '31 minutes', closes_at = closes_at - interval '31 minutes'
                """);
        stranger.asks().get("/v1/clients/" + client.id()).then().statusCode(404);
    }

    @Test
    void itOpensForOneMemberAndOneClient() {
        var other = people.clientOf(people.clinician(admin.practice()));
        post(stranger, client.id(), REASON).statusCode(201);
        stranger.asks().get("/v1/clients/" + other.id()).then().statusCode(404);
        people.clinician(admin.practice())
                .asks()
                .get("/v1/clients/" + client.id())
                .then()
                .statusCode(404);
    }

    @Test
    void itNeedsAReasonAndEndsWithinAnHour() {
        post(stranger, client.id(), "{\"reason\": \"because\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        post(stranger, client.id(), "{\"reason\": \"          \"}").statusCode(422);
        post(stranger, client.id(), REASON.replace("}", ", \"minutes\": 61}")).statusCode(422);
        post(stranger, client.id(), REASON.replace("}", ", \"minutes\": 0}")).statusCode(422);
        post(stranger, client.id(), REASON.replace("}", ", \"minutes\": 60}")).statusCode(201);
    }

    @Test
    void onlyCliniciansOfThePracticeBreakIt() {
        post(admin, client.id(), REASON).statusCode(403);
        post(client, client.id(), REASON).statusCode(403);
        post(people.integration(admin.practice(), "clients:write"), client.id(), REASON)
                .statusCode(403);
        post(people.clinician(people.practice().practice()), client.id(), REASON)
                .statusCode(404);
        post(stranger, Ids.next(), REASON).statusCode(404);
        stranger.asks().get("/v1/break-glass").then().statusCode(403);
        people.practice().asks().get("/v1/break-glass").then().body("items", hasSize(0));
    }

    @Test
    void oneKeyBreaksItOnce() throws Exception {
        var key = Ids.next().toString();
        var ids = AtOnce.times(
                8,
                () -> stranger.asks()
                        .header("Idempotency-Key", key)
                        .body(REASON)
                        .post("/v1/clients/" + client.id() + "/break-glass")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(ids).containsOnly(ids.get(0));
    }

    private static ValidatableResponse post(Someone who, UUID client, String body) {
        return who.asks()
                .body(body)
                .post("/v1/clients/" + client + "/break-glass")
                .then();
    }
}

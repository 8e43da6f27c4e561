package dev.kith.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What works once works once, however many try at the same moment. */
@QuarkusTest
class OneWinnerTest {
    @Inject
    People people;

    Someone admin;
    String code;

    @BeforeEach
    void invite() {
        admin = people.practice();
        var client = people.client(admin.practice());
        people.run(admin.practice(), "delete from session where account_id = ?", client.account());
        people.run(admin.practice(), "delete from account where id = ?", client.account());
        code = admin.asks()
                .post("/v1/clients/" + client.id() + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    @Test
    void oneInvitationHasOneTaker() throws Exception {
        var replies = AtOnce.calls(20, this::accept); // few passwords are hashed at once
        assertThat(replies).extracting(Response::statusCode).containsOnly(201, 422);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201)).hasSize(1);
        assertThat(people.count(admin.practice(), "select count(*) from account where kind = 'client'"))
                .isOne();
    }

    @Test
    void aRefreshTokenSentManyTimesEndsTheSession() throws Exception {
        String token = accept().path("refreshToken");
        var replies = AtOnce.calls(50, () -> refresh(token));
        var winners =
                replies.stream().filter(reply -> reply.statusCode() == 200).toList();
        assertThat(winners).hasSizeLessThanOrEqualTo(1);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 401)).hasSize(50 - winners.size());
        for (var winner : winners) {
            assertThat(refresh(winner.path("refreshToken")).statusCode()).isEqualTo(401);
            given().auth()
                    .oauth2(winner.path("accessToken"))
                    .get("/v1/me")
                    .then()
                    .statusCode(401);
        }
        assertThat(people.count(admin.practice(), "select count(*) from session where ended_why = 'replayed'"))
                .isOne();
    }

    private Response accept() {
        return given().contentType("application/json")
                .body("{\"code\": \"" + code + "\", \"password\": \"seven small boats at dusk\"}")
                .post("/v1/invitations/accept");
    }

    private static Response refresh(String token) {
        return given().contentType("application/json")
                .body("{\"refreshToken\": \"" + token + "\"}")
                .post("/v1/sessions/refresh");
    }
}

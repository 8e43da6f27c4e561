package dev.kith.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.kith.house.People;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in, going on, signing out: as the demo's people, with real passwords. */
@QuarkusTest
class SignInTest {
    private static final String PASSWORD = "trust-small-steps";

    @Inject
    People people;

    @Test
    void theRightPasswordOpensASessionForTenMinutes() {
        var token = signIn("clinician@willow.example", PASSWORD)
                .statusCode(201)
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", lessThanOrEqualTo(600))
                .extract()
                .<String>path("accessToken");
        as(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("member"))
                .body("displayName", equalTo("Cleo Marsh"))
                .body("roles", hasItems("clinician"))
                .body("memberId", notNullValue())
                .body("clientId", equalTo(null));
    }

    @Test
    void aClientIsToldThatTheyAreOne() {
        var token = signIn("Client@Willow.example ", PASSWORD).extract().<String>path("accessToken");
        as(token)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("kind", equalTo("client"))
                .body("clientId", notNullValue());
    }

    @Test
    void wrongAndUnknownAnswerAlike() {
        var wrong = signIn("clinician2@willow.example", "not this one at all")
                .statusCode(401)
                .extract();
        var unknown = signIn("nobody@willow.example", "not this one at all")
                .statusCode(401)
                .extract();
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
        assertThat(wrong.<String>path("type")).isEqualTo(unknown.path("type"));
    }

    @Test
    void guessingIsSlowedWithoutHarmToAnybodyElse() {
        var victim = UUID.randomUUID() + "@willow.example";
        for (var i = 0; i < 10; i++) {
            signIn(victim, "guess number " + i + " of many").statusCode(401);
        }
        signIn(victim, "guess number eleven").statusCode(429).header("Retry-After", Integer::parseInt, greaterThan(0));
        signIn("supervisor@willow.example", PASSWORD).statusCode(201);
    }

    @Test
    void aRefreshTokenWorksOnceAndASecondUseEndsTheFamily() {
        var first = signIn("admin@willow.example", PASSWORD).extract();
        var second = refresh(first.path("refreshToken")).statusCode(200).extract();
        as(second.path("accessToken")).get("/v1/me").then().statusCode(200);

        refresh(first.path("refreshToken")).statusCode(401);

        refresh(second.path("refreshToken")).statusCode(401);
        as(second.path("accessToken")).get("/v1/me").then().statusCode(401);
        as(first.path("accessToken")).get("/v1/me").then().statusCode(401);
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        refresh("kr_nonsense").statusCode(401);
        refresh("ki_" + "A".repeat(64)).statusCode(401);
        refresh("").statusCode(422);
    }

    @Test
    void signingOutStopsTheTokensAtOnce() {
        var session = signIn("admin@willow.example", PASSWORD).extract();
        as(session.path("accessToken")).delete("/v1/sessions/current").then().statusCode(204);
        as(session.path("accessToken")).get("/v1/me").then().statusCode(401);
        refresh(session.path("refreshToken")).statusCode(401);
    }

    @Test
    void oneSeesAndEndsOnesOwnSessionsOnly() {
        var here = signIn("client@harbour.example", PASSWORD).extract();
        var there = signIn("client@harbour.example", PASSWORD).extract();
        var other = as(there.path("accessToken")).get("/v1/me/sessions").then().extract();
        var otherId = other.<String>path("items.find { it.current }.id");
        as(here.path("accessToken")).get("/v1/me/sessions").then().body("items.id", hasItem(otherId));

        var stranger = people.practice();
        stranger.asks().delete("/v1/me/sessions/" + otherId).then().statusCode(404);

        as(here.path("accessToken")).delete("/v1/me/sessions/" + otherId).then().statusCode(204);
        as(there.path("accessToken")).get("/v1/me").then().statusCode(401);
        as(here.path("accessToken")).get("/v1/me").then().statusCode(200);
    }

    @Test
    void anIntegrationSignsInByFormOrBasic() {
        var token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "willow-integration")
                .formParam("client_secret", PASSWORD)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("scope", containsString("clients:read"))
                .extract()
                .<String>path("access_token");
        as(token).get("/v1/me").then().statusCode(200).body("kind", equalTo("integration"));
        given().auth()
                .preemptive()
                .basic("willow-integration", PASSWORD)
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token")
                .then()
                .statusCode(200);
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "willow-integration")
                .formParam("client_secret", "not its secret")
                .post("/oauth2/token")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error", equalTo("invalid_client"))
                .body("errors[0].code", equalTo("invalid_client"));
        given().formParam("grant_type", "password")
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void theKeysArePublicAndHoldNothingPrivate() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].d", equalTo(null))
                .body("keys[0].kid", notNullValue());
    }

    private static ValidatableResponse signIn(String email, String password) {
        return given().contentType("application/json")
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .post("/v1/sessions")
                .then();
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType("application/json")
                .body("{\"refreshToken\": \"%s\"}".formatted(token))
                .post("/v1/sessions/refresh")
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}

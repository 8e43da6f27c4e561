package dev.kith.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.kith.database.Homes;
import dev.kith.house.RunningJar;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** At its limits the service says so and when to come again, and does not fall over. */
class OverloadIT {
    private static final int PLACES = 3;
    private static final int A_MINUTE = 30;
    private static RunningJar service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningJar.on(
                Homes.fresh(),
                Map.of(
                        "KITH_DEMO", "true",
                        "KITH_LIMITS_IN_FLIGHT", Integer.toString(PLACES),
                        "KITH_LIMITS_REQUESTS_PER_MINUTE", Integer.toString(A_MINUTE)));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() {
        var greedy = signedIn("clinician@willow.example");
        var refused = me(greedy);
        for (var asked = 1; refused.statusCode() == 200 && asked < 4 * A_MINUTE; asked++) {
            refused = me(greedy); // a drop comes back every two seconds
        }
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .header("RateLimit", notNullValue())
                .body("type", equalTo("/problems/too-many-requests"));
        assertThat(me(signedIn("clinician2@willow.example")).statusCode()).isEqualTo(200);
    }

    @Test
    void whenAllPlacesAreTakenTheNextIsSentAwayUntilOneIsFree() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 2 * PLACES; i++) { // some may meet the end of a call before and be sent away themselves
                slow.add(halfSent());
            }
            assertThat(eventually(503)).isEqualTo(503);
            given().get(at("/v1/practice"))
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"));
            assertThat(service.readiness()).as("health is never counted").isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        assertThat(eventually(401)).as("there is room again").isEqualTo(401);
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get(at("/v1/me"));
    }

    /** A sign-in whose body does not come. */
    private static Socket halfSent() throws IOException {
        var socket = new Socket("127.0.0.1", service.port());
        socket.getOutputStream()
                .write(("POST /v1/sessions HTTP/1.1\r\nHost: kith\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static int eventually(int wanted) throws InterruptedException {
        var status = 0;
        for (var i = 0; i < 100 && status != wanted; i++) {
            status = given().get(at("/v1/practice")).statusCode();
            Thread.sleep(50);
        }
        return status;
    }

    private static String signedIn(String email) {
        return given().contentType("application/json")
                .body(Map.of("email", email, "password", "trust-small-steps"))
                .post(at("/v1/sessions"))
                .then()
                .statusCode(201)
                .extract()
                .path("accessToken");
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }
}

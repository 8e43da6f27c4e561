package dev.kith.house;

import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.People.Someone;
import java.time.Instant;

/** The clock of a practice for trying. */
public final class Sandbox {
    private static final String CLOCK = "/v1/sandbox/clock";

    private Sandbox() {}

    /** Walks to a moment, and is there. */
    public static void moveTo(Someone admin, Object at) {
        admin.asks()
                .body("{\"at\": \"" + at + "\"}")
                .put(CLOCK)
                .then()
                .statusCode(200)
                .body("arrived", equalTo(true));
    }

    /** What the practice's clock says. */
    public static Instant now(Someone admin) {
        return Instant.parse(
                admin.asks().get(CLOCK).then().statusCode(200).extract().path("now"));
    }
}

package dev.kith.response;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told of their own answers: scores, and no rule that reads like a diagnosis. */
@QuarkusTest
class ToldToClientsTest {
    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aRuleThatIsMetIsToldToTheCareTeamOnly() {
        var response = "/v1/responses/" + Ids.next();
        var answers = IntStream.rangeClosed(1, 20)
                .mapToObj(item -> "\"pcl-5." + item + "\": 3")
                .collect(Collectors.joining(", ", "{", "}"));
        client.asks()
                .body("{\"questionnaire\": \"pcl-5\", \"author\": \"client\", \"complete\": true, \"answers\": "
                        + answers + "}")
                .put(response)
                .then()
                .statusCode(201)
                .body("scores", not(empty()), "criteria", empty(), "flags", empty());
        read(client, response).body("scores", not(empty()), "criteria", empty());
        read(clinician, response).body("criteria", hasSize(2));
    }

    @Test
    void nobodyTakesUpUnaskedWhatIsLicensedOrHasNoWords() {
        client.asks()
                .body(
                        "{\"questionnaire\": \"who-5\", \"author\": \"client\", \"complete\": false, \"answers\": {\"who-5.1\": 3}}")
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(409);
    }

    private static ValidatableResponse read(Someone who, String response) {
        return who.asks().get(response).then().statusCode(200);
    }
}

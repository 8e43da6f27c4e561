package dev.kith.logs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.Logged;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write, and what proves who they are, is in no log line, however much is logged and whatever fails. */
@QuarkusTest
class QuietLogsTest {
    /** The test's own end of the wire. */
    private static final List<String> OURS = List.of("org.apache.http", "org.apache.hc");

    private static final String NAME = "canarius";
    private static final String MAIL = "canaria@mail.example";
    private static final String WORDS = "canarywords";
    private static final String PASSWORD = "canary password of dusk";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Test
    void nothingThatPeopleWriteIsLogged() {
        var admin = people.practice();
        var clinician = people.clinician(admin.practice());
        var client = people.clientOf(clinician);
        try (var logged = Logged.under("")) {
            good(clinician, client);
            noted(clinician, client);
            refused(admin, clinician, client);
            invited(admin, clinician);
            var lines = logged.lines().stream()
                    .filter(line -> OURS.stream().noneMatch(line::startsWith))
                    .toList();
            assertThat(lines).isNotEmpty();
            for (var canary : List.of(
                    NAME, MAIL, WORDS, PASSWORD, clinician.token(), client.token(), "kr_canary", "\"phq-9.9\"")) {
                assertThat(lines.stream().filter(line -> line.contains(canary)))
                        .as(canary)
                        .isEmpty();
            }
        }
    }

    /** Ends the sessions of whoever accepts, so it comes last. */
    private void invited(Someone admin, Someone clinician) {
        String code = admin.asks()
                .post("/v1/members/" + clinician.id() + "/invitations")
                .then()
                .extract()
                .path("code");
        if (code != null) {
            given().contentType("application/json")
                    .body("{\"code\": \"%s\", \"password\": \"%s\"}".formatted(code, PASSWORD))
                    .post("/v1/invitations/accept");
        }
    }

    private void good(Someone clinician, Someone client) {
        clinician.asks().body(person("ehr|1")).post("/v1/clients").then().statusCode(201);
        clinician
                .asks()
                .body("{\"questionnaire\": \"phq-9\", \"reason\": \"%1$s\", \"note\": \"%1$s\"}".formatted(WORDS))
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201);
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        clinician
                .asks()
                .body(Worlds.CALM.replace("\"complete\": true", "\"reason\": \"" + WORDS + "\""))
                .post("/v1/responses/" + response + "/amendments")
                .then()
                .statusCode(201);
    }

    private static void noted(Someone clinician, Someone client) {
        var words = "{\"text\": \"" + WORDS + "\", \"sharing\": \"private\"}";
        var said = "\"before\": {\"rung\": 1, \"suds\": 6, \"context\": " + words
                + "}, \"after\": {\"suds\": 4, \"outcome\": \"asked-yes\","
                + " \"who-helped\": [{\"who\": \"friend\", \"alias\": \"" + WORDS + "\"}]}";
        var log = Noting.log(client, Noting.task(clinician, client), "{" + said + ", \"complete\": true}");
        client.asks()
                .body("{\"reason\": \"" + WORDS + "\", " + said.replace("\"suds\": 4", "\"suds\": 3") + "}")
                .post("/v1/logs/" + log + "/corrections")
                .then()
                .statusCode(201);
        for (var wrong :
                List.of("\"" + WORDS + "\": 1", "\"suds\": \"" + WORDS + "\"", "\"context\": {\"" + WORDS + "\": 1}")) {
            Noting.logs(client, Noting.task(clinician, client), "{\"before\": {" + wrong + "}, \"complete\": false}")
                    .statusCode(anyOf(equalTo(400), equalTo(422)));
        }
        client.asks()
                .body("{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \"" + WORDS + "\", \"predicted\": 1}]}")
                .post("/v1/clients/" + client.id() + "/ladders")
                .then()
                .statusCode(201);
    }

    private void refused(Someone admin, Someone clinician, Someone client) {
        // the constraint of the database speaks, and the checks of ours
        admin.asks().body(person("ehr|1")).post("/v1/clients").then().statusCode(409);
        admin.asks()
                .body(person("ehr|1").replace("UTC", WORDS))
                .post("/v1/clients")
                .then()
                .statusCode(422);
        admin.asks()
                .body(person("ehr|1").replace("}", ""))
                .post("/v1/clients")
                .then()
                .statusCode(400);
        admin.asks()
                .body(person("ehr|1").replace("displayName", WORDS))
                .post("/v1/clients")
                .then()
                .statusCode(400);
        admin.asks().body(person(WORDS)).post("/v1/clients");
        var task = worlds.task(clinician, client);
        for (var answer : List.of("\"" + WORDS + "\"", "[\"" + WORDS + "\"]", "{\"" + WORDS + "\": 1}")) {
            client.asks()
                    .body("{\"answers\": {\"phq-9.1\": " + answer + "}, \"complete\": true}")
                    .put("/v1/tasks/" + task + "/response")
                    .then()
                    .statusCode(400);
        }
        client.asks()
                .body("{\"answers\": {\"" + WORDS + "\": 1}, \"complete\": true}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(MAIL, PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body("{\"refreshToken\": \"kr_canary\"}")
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(401);
        given().auth().oauth2(cut(clinician.token())).get("/v1/me").then().statusCode(401);
        given().auth().oauth2("kr_canary." + WORDS + ".x").get("/v1/me").then().statusCode(401);
        clinician.asks().get("/v1/clients/" + Ids.next()).then().statusCode(404);
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 9);
    }

    private static String person(String externalId) {
        return "{\"displayName\": \"%s\", \"email\": \"%s\", \"timeZone\": \"UTC\", \"language\": \"en\", \"externalId\": \"%s\"}"
                .formatted(NAME, MAIL, externalId);
    }
}

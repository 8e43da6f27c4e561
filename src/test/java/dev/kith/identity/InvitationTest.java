package dev.kith.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations, integrations made by an admin, and the first practice of an installation. */
@QuarkusTest
class InvitationTest {
    private static final String PASSWORD = "seven small boats at dusk";

    @Inject
    People people;

    private Someone admin;
    private Someone clinician;
    private Someone client;

    @BeforeEach
    void aPractice() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        people.run(admin.practice(), "delete from session where account_id = ?", client.account());
        people.run(admin.practice(), "delete from account where id = ?", client.account());
    }

    @Test
    void aClientTakesUpAnInvitationOnceAndSignsInWithTheirPassword() {
        var invitation = clinician
                .asks()
                .post("/v1/clients/" + client.id() + "/invitations")
                .then()
                .statusCode(201)
                .body("code", startsWith("ki_"))
                .extract();
        var code = invitation.<String>path("code");
        var token = accept(code, PASSWORD).statusCode(201).extract().<String>path("accessToken");
        given().auth()
                .oauth2(token)
                .get("/v1/me")
                .then()
                .body("clientId", equalTo(client.id().toString()));

        accept(code, PASSWORD).statusCode(422).body("errors[0].code", equalTo("unknown-code"));

        given().contentType("application/json")
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(invitation.path("email"), PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(201);
        invite(clinician).statusCode(409).body("errors[0].code", equalTo("has-account"));
    }

    @Test
    void aNewInvitationTakesThePlaceOfTheLast() {
        var first = invite(clinician).statusCode(201).extract().<String>path("code");
        var second = invite(clinician).statusCode(201).extract().<String>path("code");
        accept(first, PASSWORD).statusCode(422);
        accept(second, PASSWORD).statusCode(201);
    }

    @Test
    void theSameKeyGivesTheSameCode() {
        var path = "/v1/clients/" + client.id() + "/invitations";
        var first = clinician.asks().header("Idempotency-Key", "invite-once").post(path);
        var again = clinician.asks().header("Idempotency-Key", "invite-once").post(path);
        again.then().statusCode(201).body("code", equalTo(first.path("code")));
        accept(first.path("code"), PASSWORD).statusCode(201);
    }

    @Test
    void onlyWhoKnowsTheClientInvitesThem() {
        invite(people.clinician(admin.practice())).statusCode(404);
        invite(people.clinician(people.practice().practice())).statusCode(404);
        invite(admin).statusCode(201);
    }

    @Test
    void aPasswordIsLongAndNotTheFirstThatIsTried() {
        var code = invite(clinician).extract().<String>path("code");
        accept(code, "fourteen chars").statusCode(422).body("errors[0].code", equalTo("too-short"));
        accept(code, "passwordpassword").statusCode(422).body("errors[0].code", equalTo("common"));
        accept(code, "Cleo Client Willow").statusCode(422).body("errors[0].code", equalTo("predictable"));
        accept(code, "abcabcabcabcabcabc").statusCode(422).body("errors[0].code", equalTo("common"));
        accept(code, PASSWORD).statusCode(201);
    }

    @Test
    void aCodeThatIsNoneIsRefused() {
        accept("ki_nonsense", PASSWORD).statusCode(422);
        accept("kr_" + "A".repeat(64), PASSWORD).statusCode(422);
    }

    @Test
    void anAdminLetsPracticeSoftwareInAndOutAgain() {
        var made = admin.asks()
                .body("{\"name\": \"Front desk\", \"scopes\": [\"clients:read\"]}")
                .post("/v1/integrations")
                .then()
                .statusCode(201)
                .extract();
        var token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", made.<String>path("clientId"))
                .formParam("client_secret", made.<String>path("clientSecret"))
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        given().auth().oauth2(token).get("/v1/clients").then().statusCode(200);
        given().auth().oauth2(token).get("/v1/alerts").then().statusCode(403);

        admin.asks().delete("/v1/integrations/" + made.path("id")).then().statusCode(204);
        given().auth().oauth2(token).get("/v1/clients").then().statusCode(401);
    }

    @Test
    void theSetupTokenFoundsOnePracticeAndThenStopsWorking() {
        var body = """
                {"setupToken": "%s", "name": "Alder House", "timeZone": "Europe/Berlin", "language": "de",
                 "admin": {"displayName": "Imke Brandt", "email": "imke@alder.example", "password": "%s"}}
                """;
        found(body.formatted("not the token", PASSWORD)).statusCode(401);
        found(body.formatted("a setup token for tests only", "short")).statusCode(422);
        found(body.formatted("a setup token for tests only", PASSWORD)).statusCode(201);
        found(body.formatted("a setup token for tests only", PASSWORD)).statusCode(401);
        given().contentType("application/json")
                .body("{\"email\": \"imke@alder.example\", \"password\": \"%s\"}".formatted(PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse invite(Someone who) {
        return who.asks().post("/v1/clients/" + client.id() + "/invitations").then();
    }

    private static ValidatableResponse accept(String code, String password) {
        return given().contentType("application/json")
                .body("{\"code\": \"%s\", \"password\": \"%s\"}".formatted(code, password))
                .post("/v1/invitations/accept")
                .then();
    }

    private static ValidatableResponse found(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/practices")
                .then();
    }
}

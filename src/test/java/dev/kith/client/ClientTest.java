package dev.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientTest {
    private static final String SAM = """
            {"displayName": "Sam Visser", "email": "sam@mail.example", "birthDate": "1991-04-17", "sexForScoring": "unknown",
             "timeZone": "Europe/Amsterdam", "language": "nl", "externalId": "ehr|48213"}
            """;

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone software;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        software = people.integration(admin.practice(), "clients:read", "clients:write");
    }

    @Test
    void aClinicianWhoAdmitsAClientIsTheirPrimary() {
        var location = post(clinician, SAM)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body(
                        "birthDate",
                        equalTo("1991-04-17"),
                        "sexForScoring",
                        equalTo("unknown"),
                        "archivedAt",
                        nullValue())
                .extract()
                .header("Location");
        clinician.asks().get(location).then().statusCode(200).body("displayName", equalTo("Sam Visser"));
        clinician
                .asks()
                .get(location + "/care-team")
                .then()
                .body(
                        "items.role",
                        contains("primary"),
                        "items.memberId",
                        contains(clinician.id().toString()));
    }

    @Test
    void practiceSoftwareAdmitsWithinItsScopes() {
        post(software, SAM).statusCode(201);
        post(people.integration(admin.practice(), "clients:read"), SAM).statusCode(403);
        post(people.supervisor(admin.practice()), SAM).statusCode(403);
        post(people.client(admin.practice()), SAM).statusCode(403);
    }

    @Test
    void whatBreaksARuleIsPointedAt() {
        post(clinician, """
                {"displayName": "Sam\\u0007", "email": "sam", "birthDate": "2999-01-01", "timeZone": "Mars", "language": "x!",
                 "externalId": "48213"}
                """)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/displayName", "/email", "/birthDate", "/timeZone", "/language", "/externalId"));
        post(clinician, "{\"displayName\": \"Sam\"}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/timeZone", "/language"));
        post(clinician, SAM.replace("unknown", "UNKNOWN")).statusCode(400);
        post(clinician, SAM.replace("\"1991-04-17\"", "[1991, 4, 17]")).statusCode(400);
        post(clinician, SAM.replace("Sam Visser", "S".repeat(201))).statusCode(422);
        post(clinician, SAM.replace("language", "tongue")).statusCode(400);
    }

    @Test
    void whomOneDoesNotCareForIsNotThere() {
        var client = people.clientOf(clinician);
        var path = "/v1/clients/" + client.id();
        for (var one : List.of(clinician, client, admin, software)) {
            one.asks().get(path).then().statusCode(200);
        }
        var strangers = List.of(
                people.clinician(admin.practice()),
                people.supervisor(admin.practice()),
                people.client(admin.practice()),
                people.practice(),
                people.integration(people.practice().practice(), "clients:read"));
        for (var one : strangers) {
            one.asks().get(path).then().statusCode(404);
        }
        clinician.asks().get("/v1/clients/not-an-id").then().statusCode(404);
    }

    @Test
    void aListHoldsTheCaseload() {
        var mine = people.clientOf(clinician);
        var others = people.clientOf(people.clinician(admin.practice()));
        people.clientOf(people.clinician(people.practice().practice()));
        clinician
                .asks()
                .get("/v1/clients")
                .then()
                .body("items.id", contains(mine.id().toString()));
        admin.asks()
                .get("/v1/clients")
                .then()
                .body("items.id", contains(others.id().toString(), mine.id().toString()));
        software.asks().get("/v1/clients").then().body("items", hasSize(2));
        mine.asks().get("/v1/clients").then().statusCode(403);
    }

    @Test
    void aListIsSearchedForTextNotForPatterns() {
        post(clinician, SAM).statusCode(201);
        post(
                        clinician,
                        SAM.replace("Sam Visser", "100% Noor_")
                                .replace("48213", "48214")
                                .replace("sam@", "noor@"))
                .statusCode(201);
        search("q", "VISS").body("items.displayName", contains("Sam Visser"));
        search("q", "noor@").body("items.displayName", contains("100% Noor_"));
        search("q", "48213").body("items", hasSize(1));
        search("q", "m_V").body("items", empty());
        search("q", "0%").body("items", hasSize(1));
        search("externalId", "ehr|48214").body("items", hasSize(1));
        search("archived", "true").body("items", empty());
        search("archived", "yes").statusCode(400);
        search("sort", "age").statusCode(400);
    }

    @Test
    void pagesByNameFollowEachOther() {
        for (var name : List.of("bo", "Al", "al", "Cy", "bo")) {
            post(clinician, "{\"displayName\": \"%s\", \"timeZone\": \"UTC\", \"language\": \"en\"}".formatted(name))
                    .statusCode(201);
        }
        var names = new ArrayList<String>();
        var after = "";
        for (var page = 0; page < 3; page++) {
            var reply = clinician
                    .asks()
                    .get("/v1/clients?sort=name&limit=2" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(reply.<List<String>>path("items.displayName"));
            after = "&after=" + reply.path("next");
        }
        assertThat(names)
                .containsExactlyInAnyOrder("Al", "al", "bo", "bo", "Cy")
                .isSortedAccordingTo(String::compareToIgnoreCase);
        assertThat(after).isEqualTo("&after=null");
    }

    @Test
    void aPatchChangesWhatItNames() {
        var client = people.clientOf(clinician);
        patch(clinician, client, "\"0\"", "{\"email\": null, \"sexForScoring\": \"female\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("email", nullValue(), "sexForScoring", equalTo("female"), "displayName", equalTo("Cleo Client"));
        patch(clinician, client, "\"1\"", "{\"sexForScoring\": null}")
                .statusCode(200)
                .body("sexForScoring", nullValue());
        patch(clinician, client, "\"1\"", "{\"displayName\": \"Late\"}").statusCode(412);
        patch(clinician, client, "\"2\"", "{\"timeZone\": null}").statusCode(422);
        patch(clinician, client, "\"2\"", "{\"id\": \"" + client.id() + "\"}").statusCode(400);
        clinician.asks().body("{}").patch("/v1/clients/" + client.id()).then().statusCode(428);
        patch(people.clinician(admin.practice()), client, "\"2\"", "{}").statusCode(404);
        patch(client, client, "\"2\"", "{}").statusCode(403);
    }

    @Test
    void oneOfManyPatchesOfOneVersionWins() throws Exception {
        var client = people.clientOf(clinician);
        var statuses = AtOnce.times(
                16,
                () -> patch(clinician, client, "\"0\"", "{\"displayName\": \"Sam\"}")
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void anArchivedClientStaysAsTheyWere() {
        var client = people.clientOf(clinician);
        patch(clinician, client, "\"0\"", "{\"archived\": true}")
                .statusCode(200)
                .body("archivedAt", notNullValue());
        patch(clinician, client, "\"1\"", "{\"displayName\": \"New\"}").statusCode(409);
        client.asks().get("/v1/clients/" + client.id()).then().statusCode(401);
        search("archived", "true").body("items", hasSize(1));
        patch(clinician, client, "\"1\"", "{\"archived\": false, \"displayName\": \"New\"}")
                .statusCode(200)
                .body("archivedAt", nullValue(), "displayName", equalTo("New"));
    }

    @Test
    void oneKeyMakesOneClientHoweverManyAsk() throws Exception {
        var key = Ids.next().toString();
        var ids = AtOnce.times(
                32,
                () -> clinician
                        .asks()
                        .header("Idempotency-Key", key)
                        .body(SAM)
                        .post("/v1/clients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(ids).doesNotContainNull().containsOnly(ids.get(0));
        assertThat(people.count(admin.practice(), "select count(*) from client"))
                .isEqualTo(1);
        assertThat(news("client.created")).isEqualTo(1);
        clinician
                .asks()
                .header("Idempotency-Key", key)
                .body(SAM.replace("Sam", "Tom"))
                .post("/v1/clients")
                .then()
                .statusCode(422);
    }

    @Test
    void parallelUpsertsMakeOneClient() throws Exception {
        var statuses = AtOnce.times(
                32, () -> put(software, "ehr%7C48213", SAM).extract().statusCode());
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(people.count(admin.practice(), "select count(*) from client"))
                .isEqualTo(1);
        assertThat(news("client.created")).isEqualTo(1);
        assertThat(news("client.updated")).isZero();
    }

    @Test
    void anUpsertMakesThenUpdatesThenChangesNothing() {
        put(software, "ehr%7C48213", SAM).statusCode(201).header("ETag", "\"0\"");
        put(software, "ehr%7C48213", SAM).statusCode(200).header("ETag", "\"0\"");
        put(software, "ehr%7C48213", SAM.replace("Visser", "de Boer"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("displayName", equalTo("Sam de Boer"), "externalId", equalTo("ehr|48213"));
        put(software, "ehr%7C1", SAM).statusCode(422).body("errors[0].pointer", equalTo("/externalId"));
        put(clinician, "ehr%7C48213", SAM).statusCode(403);
        post(software, SAM).statusCode(409);
        put(people.integration(people.practice().practice(), "clients:write"), "ehr%7C48213", SAM)
                .statusCode(201);
    }

    @Test
    void eachReadAndWriteLeavesItsRow() {
        var client = people.clientOf(clinician);
        clinician.asks().get("/v1/clients/" + client.id());
        patch(clinician, client, "\"0\"", "{\"displayName\": \"Sam\"}").statusCode(200);
        for (var action : List.of("client.created", "care-team.changed", "client.read", "client.updated")) {
            assertThat(people.count(
                            admin.practice(),
                            "select count(*) from audit_entry where action = ? and client_id = ?",
                            action,
                            client.id()))
                    .as(action)
                    .isEqualTo(1);
        }
    }

    private long news(String kind) {
        return people.count(admin.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    private ValidatableResponse search(String parameter, String value) {
        return clinician.asks().queryParam(parameter, value).get("/v1/clients").then();
    }

    private static ValidatableResponse post(Someone who, String body) {
        return who.asks().body(body).post("/v1/clients").then();
    }

    private static ValidatableResponse put(Someone who, String externalId, String body) {
        return who.asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put("/v1/clients?externalId=" + externalId)
                .then();
    }

    private static ValidatableResponse patch(Someone who, Someone client, String version, String body) {
        return who.asks()
                .header("If-Match", version)
                .body(body)
                .patch("/v1/clients/" + client.id())
                .then();
    }
}

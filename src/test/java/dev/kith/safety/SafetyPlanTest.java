package dev.kith.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Logged;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's own safety plan: written by both sides, never lost, always there for the client, and for nobody else. */
@QuarkusTest
class SafetyPlanTest {
    private static final String PLAN = """
        {"warningSigns": ["I stop answering my phone"], "coping": ["A walk to the river"],
         "distractions": [{"name": "The library"}], "people": [{"name": "My sister", "phone": "+49 30 0000000"}],
         "professionals": [{"name": "The practice", "phone": "112", "note": "Weekdays"}], "saferSurroundings": ["Pills are away"]}
        """;
    private static final String NOTHING = """
        {"warningSigns": [], "coping": [], "distractions": [], "people": [], "professionals": [], "saferSurroundings": []}
        """;

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void beforeAnybodyWroteItIsEmptyAndCanBeWritten() {
        client.asks()
                .get("/v1/me/safety-plan")
                .then()
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("plan.warningSigns", empty())
                .body("author", nullValue());
        writes(client, tag(), PLAN)
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("author", equalTo("client"))
                .body("writtenBy", equalTo(client.account().toString()))
                .body("plan.people[0].phone", equalTo("+49 30 0000000"))
                .body("plan.people[0].note", nullValue());
        reads(clinician).body("plan.saferSurroundings", contains("Pills are away"));
    }

    @Test
    void bothSidesWriteItAndEveryRevisionStays() {
        writes(client, tag(), PLAN).statusCode(200);
        writes(clinician, tag(), PLAN.replace("A walk to the river", "Swimming"))
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("author", equalTo("care-team"));
        for (var reader : List.of(client, clinician)) {
            reader.asks()
                    .get("/v1/clients/" + client.id() + "/safety-plan/revisions")
                    .then()
                    .statusCode(200)
                    .body("items.revision", contains(2, 1))
                    .body("items.plan.coping", contains(List.of("Swimming"), List.of("A walk to the river")))
                    .body("items.author", contains("care-team", "client"));
        }
        client.asks()
                .get("/v1/clients/" + client.id() + "/safety-plan/revisions?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void whoSavesOnAnOldRevisionReadsTheCurrentOneFirst() {
        var old = tag();
        writes(client, old, PLAN).statusCode(200);
        writes(clinician, null, NOTHING).statusCode(428);
        writes(clinician, old, PLAN.replace("river", "lake")).statusCode(412);
        reads(clinician).body("revision", equalTo(1)).body("plan.coping", contains("A walk to the river"));
        writes(clinician, tag(), PLAN.replace("river", "lake")).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void ofManyWhoSaveAtOnceOneWins() throws Exception {
        var first = tag();
        var number = new AtomicInteger();
        var replies = AtOnce.calls(
                8,
                () -> (number.get() % 2 == 0 ? client : clinician)
                        .asks()
                        .header("If-Match", first)
                        .body(PLAN.replace("river", "river " + number.incrementAndGet()))
                        .put("/v1/clients/" + client.id() + "/safety-plan"));
        assertThat(replies.stream().map(Response::statusCode).filter(status -> status == 200))
                .hasSize(1);
        assertThat(replies.stream().map(Response::statusCode)).containsOnly(200, 412);
        assertThat(revisions()).isOne();
    }

    @Test
    void theSameWordsAgainChangeNothingAlsoWhenTheFirstReplyWasLost() {
        var first = tag();
        writes(client, first, PLAN).statusCode(200);
        var before = rows.of(client.practice());
        writes(client, first, PLAN).statusCode(200).body("revision", equalTo(1));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void anAppKeepsItForOfflineAndNobodyElseDoes() {
        writes(client, tag(), PLAN).statusCode(200);
        var tag = client.asks()
                .get("/v1/me/safety-plan")
                .then()
                .header("Cache-Control", equalTo("private, max-age=0"))
                .extract()
                .header("ETag");
        client.asks()
                .header("If-None-Match", tag)
                .get("/v1/me/safety-plan")
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("private, max-age=0"));
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/safety-plan")
                .then()
                .header("Cache-Control", equalTo("no-store"));
        var other = people.clientOf(clinician);
        other.asks()
                .header("If-Match", "\"0." + other.id() + "\"")
                .body(PLAN)
                .put("/v1/clients/" + other.id() + "/safety-plan")
                .then()
                .statusCode(200);
        // the same phone, another client at the same revision: not what the first one left there
        other.asks()
                .header("If-None-Match", tag)
                .get("/v1/me/safety-plan")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void nobodyDeletesItAndOnlyTheClientEmptiesIt() {
        writes(client, tag(), PLAN).statusCode(200);
        clinician
                .asks()
                .delete("/v1/clients/" + client.id() + "/safety-plan")
                .then()
                .statusCode(405);
        writes(clinician, tag(), NOTHING).statusCode(422).body("errors[0].code", equalTo("not-yours-to-empty"));
        reads(client).body("revision", equalTo(1)).body("plan.coping", hasSize(1));
        writes(client, tag(), NOTHING).statusCode(200).body("revision", equalTo(2));
        for (var sql : List.of("delete from safety_plan_revision", "update safety_plan_revision set revision = 9")) {
            assertThatThrownBy(() -> people.run(client.practice(), sql))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(revisions()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"I stop answering my phone\"|\" \"|/warningSigns/0",
                "\"phone\": \"112\"|\"phone\": \"call me\"|/professionals/0/phone",
                "\"phone\": \"112\"|\"phone\": \"tel:112;ext=<script>\"|/professionals/0/phone",
                "\"name\": \"My sister\"|\"name\": \"\"|/people/0/name",
                "\"coping\": [\"A walk to the river\"],||/coping",
                "[\"Pills are away\"]|null|/saferSurroundings"
            })
    void aWrongPlanIsRefusedWithItsPlace(String there, String instead, String pointer) {
        writes(client, tag(), PLAN.replace(there, instead == null ? "" : instead))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(revisions()).isZero();
    }

    @Test
    void aPlanHasABound() {
        var signs = "\"x\", ".repeat(20) + "\"one too many\"";
        writes(client, tag(), PLAN.replace("\"I stop answering my phone\"", signs))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/warningSigns"));
        writes(client, tag(), PLAN.replace("A walk", "x".repeat(500)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/coping/0"));
        var full = "\"%s\", ".formatted("\\u0001".repeat(500)).repeat(19) + "\"last\"";
        writes(client, tag(), PLAN.replace("\"I stop answering my phone\"", full))
                .statusCode(200);
    }

    @Test
    void strangersNeverSeeIt() {
        writes(client, tag(), PLAN).statusCode(200);
        var before = rows.of(client.practice()).get("safety_plan_revision");
        for (var stranger : List.of(
                people.clientOf(clinician),
                people.clinician(client.practice()),
                people.supervisor(client.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks()
                    .get("/v1/clients/" + client.id() + "/safety-plan")
                    .then()
                    .statusCode(404);
            stranger.asks()
                    .get("/v1/clients/" + client.id() + "/safety-plan/revisions")
                    .then()
                    .statusCode(404);
            writes(stranger, "*", PLAN.replace("river", "sea")).statusCode(404);
        }
        people.admin(client.practice())
                .asks()
                .get("/v1/clients/" + client.id() + "/safety-plan")
                .then()
                .statusCode(403);
        clinician.asks().get("/v1/me/safety-plan").then().statusCode(403);
        assertThat(rows.of(client.practice()).get("safety_plan_revision")).isEqualTo(before);
    }

    @Test
    void practiceSoftwareReadsItWithItsOwnScopeOnly() {
        writes(client, tag(), PLAN).statusCode(200);
        var without = people.integration(client.practice(), "clients:read", "responses:read", "logs:read");
        for (var path : List.of("/safety-plan", "/safety-plan/revisions")) {
            without.asks().get("/v1/clients/" + client.id() + path).then().statusCode(403);
        }
        var with = people.integration(client.practice(), "safety:read");
        with.asks()
                .get("/v1/clients/" + client.id() + "/safety-plan")
                .then()
                .statusCode(200)
                .body("plan.coping", hasSize(1));
        writes(with, tag(), NOTHING).statusCode(403);
    }

    @Test
    void noEventNoTrailAndNoLogHoldsItsWords() {
        try (var logged = Logged.under("dev.kith")) {
            writes(client, tag(), PLAN.replace("My sister", "canaryplan")).statusCode(200);
            writes(client, tag(), PLAN.replace("112", "canaryplan")).statusCode(422);
            reads(clinician);
            assertThat(logged.lines()).noneMatch(line -> line.contains("canaryplan"));
        }
        assertThat(rows.holding(client.practice(), "canaryplan")).isEqualTo(Set.of("safety_plan_revision"));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from outbox_event where kind = 'safety-plan.written' and client_id = ?",
                        client.id()))
                .isOne();
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from audit_entry where action = 'safety-plan.read' and actor_id = ?",
                        clinician.account()))
                .isOne();
    }

    private long revisions() {
        return people.count(
                client.practice(), "select count(*) from safety_plan_revision where client_id = ?", client.id());
    }

    private String tag() {
        return client.asks().get("/v1/me/safety-plan").then().extract().header("ETag");
    }

    private ValidatableResponse reads(Someone who) {
        return who.asks()
                .get("/v1/clients/" + client.id() + "/safety-plan")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse writes(Someone who, @Nullable String tag, String body) {
        var request = who.asks().body(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/clients/" + client.id() + "/safety-plan").then();
    }
}

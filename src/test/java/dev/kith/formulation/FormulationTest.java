package dev.kith.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
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

/** What a care team understands of where the pattern comes from: every save kept, and theirs alone. */
@QuarkusTest
class FormulationTest {
    private static final String FIRST = """
        {"tags": [{"tag": "parentified", "by": "client", "note": "Two brothers"}, {"tag": "contempt-for-need", "by": "clinician"}],
         "summary": "Strong for the others"}
        """;
    private static final String NOTHING = "{\"tags\": []}";

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
        reads(clinician)
                .body("formulation.revision", equalTo(0))
                .body("formulation.tags", empty())
                .body("formulation.writtenAt", nullValue())
                .body("origins.revision", equalTo(0))
                .body("origins.words", nullValue());
        writes(clinician, tag(), FIRST)
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("formulation.revision", equalTo(1))
                .body("formulation.checklist", equalTo(1))
                .body("formulation.writtenBy", equalTo(clinician.account().toString()))
                .body("formulation.writtenAt", notNullValue());
        reads(clinician)
                .body("formulation.clientId", equalTo(client.id().toString()))
                .body("formulation.tags.tag", contains("parentified", "contempt-for-need"))
                .body("formulation.tags.by", contains("client", "clinician"))
                .body("formulation.tags.note", contains("Two brothers", null))
                .body("formulation.summary", equalTo("Strong for the others"));
    }

    @Test
    void everyRevisionStaysAndNobodyRemovesOne() {
        writes(clinician, tag(), FIRST).statusCode(200);
        var colleague = people.clinician(clinician.practice());
        people.onTeam(client, AddToCareTeam.fromToday(colleague.id(), CareTeamRole.CO_CLINICIAN));
        writes(colleague, tag(), NOTHING).statusCode(200).body("formulation.revision", equalTo(2));
        revisions(clinician, "")
                .body("items.revision", contains(2, 1))
                .body("items.tags.tag", contains(List.of(), List.of("parentified", "contempt-for-need")))
                .body("items.summary", contains(null, "Strong for the others"))
                .body(
                        "items.writtenBy",
                        contains(
                                colleague.account().toString(),
                                clinician.account().toString()));
        revisions(clinician, "?limit=1").body("items", hasSize(1)).body("next", notNullValue());
        clinician.asks().delete(path()).then().statusCode(405);
        for (var table : List.of("formulation_revision", "origins_revision")) {
            for (var sql : List.of("delete from " + table, "update " + table + " set revision = 9")) {
                assertThatThrownBy(() -> people.run(client.practice(), sql))
                        .as(sql)
                        .hasStackTraceContaining("permission denied");
            }
        }
        assertThat(saved()).isEqualTo(2);
    }

    @Test
    void whoSavesOnAnOldRevisionReadsTheCurrentOneFirst() {
        var old = tag();
        writes(clinician, old, FIRST).statusCode(200);
        writes(clinician, null, NOTHING).statusCode(428);
        writes(clinician, old, NOTHING).statusCode(412);
        reads(clinician).body("formulation.revision", equalTo(1));
        writes(clinician, "\"1\"", NOTHING).statusCode(200).body("formulation.revision", equalTo(2));
    }

    @Test
    void whatTheClientWritesMeanwhileStandsInNobodysWayAndIsNews() {
        writes(clinician, tag(), FIRST).statusCode(200);
        var held = tag();
        says("{\"tags\": [\"neglect\"]}");
        clinician
                .asks()
                .header("If-None-Match", held)
                .get(path())
                .then()
                .statusCode(200)
                .body("origins.tags", contains("neglect"));
        writes(clinician, held, NOTHING).statusCode(200).body("formulation.revision", equalTo(2));
        clinician.asks().header("If-None-Match", tag()).get(path()).then().statusCode(304);
    }

    @Test
    void theSameAgainChangesNothingAlsoWhenTheFirstReplyWasLost() {
        var first = tag();
        writes(clinician, first, FIRST).statusCode(200);
        var before = rows.of(client.practice());
        writes(clinician, first, FIRST).statusCode(200).body("formulation.revision", equalTo(1));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void ofManyWhoSaveAtOnceOneWins() throws Exception {
        var first = tag();
        var number = new AtomicInteger();
        var replies = AtOnce.calls(
                8,
                () -> clinician
                        .asks()
                        .header("If-Match", first)
                        .body(FIRST.replace("Strong", "Strong " + number.incrementAndGet()))
                        .put(path()));
        assertThat(replies.stream().map(Response::statusCode).filter(status -> status == 200))
                .hasSize(1);
        assertThat(replies.stream().map(Response::statusCode)).containsOnly(200, 412);
        assertThat(saved()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tag\": \"contempt-for-need\"|\"tag\": \"lazy\"|/tags/1/tag|unknown-tag",
                "\"tag\": \"contempt-for-need\"|\"tag\": \"parentified\"|/tags/1/tag|twice",
                "\"by\": \"clinician\"|\"by\": \"client\"|/tags/1/by|not-for-clients",
                "\"Two brothers\"|\"\"|/tags/0/note|size",
                "\"Strong for the others\"|\"\"|/summary|size",
                "{\"tag\": \"contempt-for-need\", \"by\": \"clinician\"}|{\"tag\": \"contempt-for-need\"}|/tags/1/by|not-null",
                "{\"tag\": \"contempt-for-need\", \"by\": \"clinician\"}|null|/tags/1|not-null"
            })
    void aWrongOneIsRefusedWithItsPlace(String there, String instead, String pointer, String code) {
        writes(clinician, tag(), FIRST.replace(there, instead))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        assertThat(saved()).isZero();
    }

    @Test
    void aScoreOfItIsNotEvenUnderstood() {
        writes(clinician, tag(), FIRST.replace("\"summary\"", "\"score\": 4, \"summary\""))
                .statusCode(400);
        writes(clinician, tag(), FIRST.replace("\"by\": \"client\"", "\"by\": \"mother\""))
                .statusCode(400);
        writes(clinician, tag(), FIRST.replace("Strong", "x".repeat(8001))).statusCode(422);
        assertThat(saved()).isZero();
    }

    @Test
    void strangersNeverSeeItAndSoftwareHasNoScopeForIt() {
        writes(clinician, tag(), FIRST).statusCode(200);
        var before = rows.of(client.practice()).get("formulation_revision");
        for (var stranger : List.of(
                people.clinician(client.practice()),
                people.supervisor(client.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks().get(path()).then().statusCode(404);
            stranger.asks().get(path() + "/revisions").then().statusCode(404);
            writes(stranger, "*", NOTHING).statusCode(404);
        }
        for (var refused : List.of(
                client,
                people.clientOf(clinician),
                people.admin(client.practice()),
                people.integration(client.practice(), "clients:read", "safety:read", "logs:read"))) {
            refused.asks().get(path()).then().statusCode(403);
            refused.asks().get(path() + "/revisions").then().statusCode(403);
            writes(refused, "*", NOTHING).statusCode(403);
        }
        assertThat(rows.of(client.practice()).get("formulation_revision")).isEqualTo(before);
    }

    @Test
    void aSupervisorOfTheClinicianReadsItToo() {
        var supervisor = people.supervisor(people.practice().practice());
        clinician = people.clinicianSupervisedBy(supervisor);
        client = people.clientOf(clinician);
        writes(clinician, tag(), FIRST).statusCode(200);
        reads(supervisor).body("formulation.summary", equalTo("Strong for the others"));
    }

    @Test
    void anArchivedClientsFormulationStays() {
        people.run(
                client.practice(),
                "update client set archived_at = now() where practice_id = kith_practice() and id = ?",
                client.id());
        writes(clinician, "*", FIRST).statusCode(409);
        assertThat(saved()).isZero();
    }

    @Test
    void noEventNoTrailAndNoLogHoldsItsWordsAndTheClientSeesWhoWasThere() {
        try (var logged = Logged.under("dev.kith")) {
            writes(clinician, tag(), FIRST.replace("Two brothers", "canaryform").replace("Strong", "canaryform"))
                    .statusCode(200);
            writes(clinician, tag(), FIRST.replace("Two brothers", "canaryform").replace("parentified", "canaryform"))
                    .statusCode(422);
            reads(clinician);
            revisions(clinician, "");
            assertThat(logged.lines()).noneMatch(line -> line.contains("canaryform"));
        }
        assertThat(rows.holding(client.practice(), "canaryform")).isEqualTo(Set.of("formulation_revision"));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from outbox_event where kind = 'formulation.changed' and client_id = ?",
                        client.id()))
                .isOne();
        client.asks()
                .get("/v1/me/access-log")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("formulation.read"))
                .body("items.action", hasItem("formulation.changed"))
                .body("items.action", hasItem("formulation.revisions-listed"))
                .body(not(containsString("canaryform")));
    }

    private long saved() {
        return people.count(
                client.practice(), "select count(*) from formulation_revision where client_id = ?", client.id());
    }

    private String path() {
        return "/v1/clients/" + client.id() + "/formulation";
    }

    private String tag() {
        return reads(clinician).extract().header("ETag");
    }

    private ValidatableResponse reads(Someone who) {
        return who.asks().get(path()).then().statusCode(200);
    }

    private ValidatableResponse revisions(Someone who, String asked) {
        return who.asks().get(path() + "/revisions" + asked).then().statusCode(200);
    }

    private void says(String body) {
        client.asks()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/me/origins")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse writes(Someone who, @Nullable String tag, String body) {
        var request = who.asks().body(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put(path()).then();
    }
}

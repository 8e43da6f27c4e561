package dev.kith.report;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.PgTestResource;
import dev.kith.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the practice's own software takes along of everybody, and what it does not. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class ResponsesExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/responses.ndjson";

    @Inject
    People people;

    private Someone admin;
    private Someone clinician;
    private Someone client;
    private Someone other;
    private Someone software;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        other = people.clientOf(clinician);
        software = people.integration(admin.practice(), "responses:read");
    }

    @Test
    void aLineIsAResponseWithItsScores() throws JsonProcessingException {
        var id = givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        assertThat(lines("")).containsExactly(JSON.readTree("""
                {"responseId": "%s", "clientId": "%s", "at": "2026-01-12T09:00:00Z", "questionnaire": "phq-9", "version": 1,
                 "author": "client", "state": "completed", "revision": 1,
                 "answers": {"phq-9.1": 3, "phq-9.2": 3, "phq-9.3": 3, "phq-9.4": 0, "phq-9.5": 0, "phq-9.6": 0, "phq-9.7": 0,
                             "phq-9.8": 0, "phq-9.9": 0},
                 "scores": [{"scale": "total", "value": 9, "reason": null, "band": "mild"}]}
                """.formatted(id, client.id())));
    }

    @Test
    void itIsAFileThatSaysWhatItIs() {
        software.asks()
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/x-ndjson"))
                .header("Content-Disposition", "attachment; filename=\"responses.ndjson\"")
                .header("Cache-Control", "no-store")
                .body(equalTo(""));
    }

    @Test
    void anAmendmentTakesThePlaceOfWhatItAmendsAndADraftStaysWhereItIs() {
        var id = givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        clinician
                .asks()
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"typing error\", \"answers\": " + answers(12) + "}")
                .post("/v1/responses/" + id + "/amendments")
                .then()
                .statusCode(201);
        clinician
                .asks()
                .body(
                        "{\"client\": \"%s\", \"questionnaire\": \"phq-9\", \"author\": \"client\", \"answers\": {}, \"complete\": false}"
                                .formatted(client.id()))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
        assertThat(lines("")).singleElement().satisfies(line -> {
            assertThat(line.path("state").asText()).isEqualTo("amended");
            assertThat(line.path("revision").asInt()).isEqualTo(2);
            assertThat(line.at("/scores/0/value").asInt()).isEqualTo(12);
        });
    }

    @Test
    void nobodysOwnWordsAreInIt() throws JsonProcessingException {
        TablesTest.answeredInOwnWords(admin, clinician, client, "canary in words", "canary of choice");
        var line = lines("").get(0);
        assertThat(line.path("answers"))
                .isEqualTo(JSON.readTree("{\"evening.4\": [0, 2], \"evening.1\": 1, \"evening.2\": 2}"));
        assertThat(line.toString()).doesNotContain("canary");
    }

    @Test
    void itIsLongerThanItsPagesAndGoesOnBehindAClient() {
        var many = Exporting.MANY + 3;
        repeated(givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z"), client, many);
        repeated(givenOn(clinician, other, answers(18), "2026-01-05T09:00:00Z"), other, many);
        var all = ids(lines(""));
        assertThat(all).hasSize(2 * (many + 1)).doesNotHaveDuplicates();
        var first = Stream.of(client, other)
                .map(Someone::id)
                .min(java.util.Comparator.comparing(UUID::toString))
                .orElseThrow();
        assertThat(ids(lines("?after=" + first))).isEqualTo(all.subList(many + 1, all.size()));
        assertThat(people.count(
                        admin.practice(), "select count(*) from audit_entry where action = 'responses.exported'"))
                .as("once for each client and export, however many pages they fill")
                .isEqualTo(3);
    }

    @Test
    void ofOneQuestionnaireOnlyThoseWhoAnsweredItAreTold() {
        repeated(givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z"), client, Exporting.MANY);
        OwnQuestionnaire.publish(admin, OwnQuestionnaire.json("evening"), "evening");
        assertThat(lines("?questionnaire=evening")).isEmpty();
        assertThat(told(client)).isZero();
        var late = answered("evening");
        assertThat(ids(lines("?questionnaire=evening"))).containsExactly(late.toString());
        assertThat(told(client)).as("though their first page had nothing of it").isEqualTo(1);
        assertThat(told(other)).isZero();
        software.asks().get(PATH + "?questionnaire=nothing").then().statusCode(422);
        software.asks().get(PATH + "?after=nobody").then().statusCode(400);
    }

    @Test
    void onlySoftwareOfThePracticeThatMayReadResponsesGetsIt() {
        givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        for (var someone : List.of(admin, clinician, client, people.integration(admin.practice(), "progress:read"))) {
            someone.asks().get(PATH).then().statusCode(403);
        }
        var nextDoor = people.integration(people.practice().practice(), "responses:read");
        nextDoor.asks().get(PATH).then().statusCode(200).body(equalTo(""));
        assertThat(told(client)).isZero();
    }

    @Test
    void theClientReadsThatItWasTakenAlong() {
        givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        lines("");
        client.asks()
                .get("/v1/me/access-log")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.action == 'responses.exported' && it.text.startsWith('Took the answers along') }.size()",
                        equalTo(1));
    }

    private UUID answered(String questionnaire) {
        var id = Ids.next();
        clinician
                .asks()
                .body(Map.of(
                        "client",
                        client.id().toString(),
                        "questionnaire",
                        questionnaire,
                        "author",
                        "client",
                        "authoredAt",
                        "2026-02-05T09:00:00Z",
                        "complete",
                        true,
                        "answers",
                        Map.of(questionnaire + ".1", 1, questionnaire + ".2", 2)))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private void repeated(UUID first, Someone of, int times) {
        people.run(of.practice(), """
                insert into response
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'task_id', null,
                        'authored_at', r.authored_at + n * interval '1 minute'))).*
                from response r, generate_series(1, %d) n where r.id = '%s'
                """.formatted(times, first));
    }

    private List<JsonNode> lines(String query) {
        var text = software.asks()
                .get(PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return text.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("responseId").asText()).toList();
    }

    private long told(Someone who) {
        return people.count(
                who.practice(),
                "select count(*) from audit_entry where action = 'responses.exported' and client_id = ?",
                who.id());
    }
}

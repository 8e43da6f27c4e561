package dev.kith.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedbackTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone supervisor;
    Someone clinician;
    Someone client;
    String response;

    @BeforeEach
    void found() {
        supervisor = people.supervisor(people.practice().practice());
        clinician = people.clinicianSupervisedBy(supervisor);
        client = people.clientOf(clinician);
        response = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
    }

    @Test
    void theCareTeamBeginsAndTheClientReplies() {
        gives(client, response, "May I ask?").statusCode(409).body("errors[0].code", equalTo("nothing-to-reply-to"));
        gives(clinician, response, "How was it?")
                .statusCode(201)
                .body("from", equalTo("care-team"))
                .body("memberId", equalTo(clinician.id().toString()))
                .body("signed", equalTo("Kim Clinician"))
                .body("about.kind", equalTo("response"))
                .body("about.id", equalTo(response))
                .body("readAt", nullValue());
        gives(client, response, "Hard, and good.")
                .statusCode(201)
                .body("from", equalTo("client"))
                .body("memberId", nullValue());
        gives(supervisor, response, "Well done, both.").statusCode(201);
        for (var reader : List.of(client, clinician, supervisor)) {
            reader.asks()
                    .get("/v1/responses/" + response + "/feedback")
                    .then()
                    .statusCode(200)
                    .body("items.text", contains("How was it?", "Hard, and good.", "Well done, both."))
                    .body("next", nullValue());
        }
    }

    @Test
    void aLogIsTalkedAboutLikeAResponse() {
        var log = Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        var path = "/v1/logs/" + log + "/feedback";
        client.asks().body("{\"text\": \"May I?\"}").post(path).then().statusCode(409);
        var said =
                clinician.asks().body("{\"text\": \"Well asked.\"}").post(path).then();
        said.statusCode(201).body("about.kind", equalTo("log"), "about.id", equalTo(log));
        client.asks().body("{\"text\": \"Thank you.\"}").post(path).then().statusCode(201);
        client.asks().get(path).then().body("items.text", contains("Well asked.", "Thank you."));
        unread(client).body("bySubject.about.kind", contains("log"));
        people.clinician(client.practice()).asks().get(path).then().statusCode(404);
        String draft = Noting.logs(
                        client, Noting.task(clinician, client), "{\"before\": {\"suds\": 6}, \"complete\": false}")
                .extract()
                .path("id");
        clinician
                .asks()
                .body("{\"text\": \"Go on\"}")
                .post("/v1/logs/" + draft + "/feedback")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("not-completed"));
    }

    @Test
    void listsOfAClientAreNewestFirstAndPaged() {
        var other = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        given(clinician, response, "one");
        given(clinician, other, "two");
        given(client, response, "three");
        for (var list : List.of("/v1/me/feedback", "/v1/clients/" + client.id() + "/feedback")) {
            var first = client.asks().get(list + "?limit=2").then().statusCode(200);
            first.body("items.text", contains("three", "two"));
            String next = first.extract().path("next");
            client.asks()
                    .get(list + "?limit=2&after=" + next)
                    .then()
                    .body("items.text", contains("one"))
                    .body("next", nullValue());
        }
        var thread = client.asks()
                .get("/v1/responses/" + response + "/feedback?limit=1")
                .then();
        thread.body("items.text", contains("one"));
        String next = thread.extract().path("next");
        client.asks()
                .get("/v1/responses/" + response + "/feedback?limit=1&after=" + next)
                .then()
                .body("items.text", contains("three"));
    }

    @Test
    void theWriterSeesWhenItWasReadAndByWhomAndTheFirstReaderStaysNamed() {
        var asked = given(clinician, response, "How was it?");
        marks(client, asked).statusCode(200).body("readBy", equalTo(client.id().toString()));
        var answered = given(client, response, "Good.");
        String at = marks(clinician, answered).statusCode(200).extract().path("readAt");
        marks(supervisor, answered)
                .statusCode(200)
                .body("readAt", equalTo(at))
                .body("readBy", equalTo(clinician.id().toString()));
        client.asks()
                .get("/v1/responses/" + response + "/feedback")
                .then()
                .body("items[0].readAt", notNullValue())
                .body("items[1].readAt", equalTo(at));
        assertThat(events("feedback.read")).isEqualTo(2);
    }

    @Test
    void onlyTheOtherSideReads() {
        var asked = given(clinician, response, "How was it?");
        marks(clinician, asked).statusCode(409).body("errors[0].code", equalTo("from-your-side"));
        marks(supervisor, asked).statusCode(409);
        marks(client, given(client, response, "Good.")).statusCode(409);
    }

    @Test
    void whatWaitsIsCountedForBothSides() {
        var other = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var first = given(clinician, response, "one");
        given(clinician, response, "two");
        given(clinician, other, "three");
        unread(client)
                .body("count", equalTo(3))
                .body("bySubject.about.id", contains(other, response))
                .body("bySubject.count", contains(1, 2))
                .body("byClient", empty());
        marks(client, first).statusCode(200);
        unread(client).body("count", equalTo(2));
        given(client, response, "four");
        unread(clinician)
                .body("count", equalTo(1))
                .body("byClient.clientId", contains(client.id().toString()))
                .body("bySubject", empty());
        unread(supervisor).body("count", equalTo(1));
        unread(people.clinician(clinician.practice())).body("count", equalTo(0));
    }

    @Test
    void aCaseloadIsCountedInOneQuery() {
        for (var i = 0; i < 3; i++) {
            var one = people.clientOf(clinician);
            var answered = worlds.answer(one, worlds.task(clinician, one), Worlds.CALM);
            given(clinician, answered, "Hello");
            given(one, answered, "Hello");
        }
        unread(clinician).body("byClient", hasSize(3));
        var asked = Statements.during(() -> unread(clinician).body("count", equalTo(3)));
        assertThat(asked.stream().filter(sql -> sql.contains("from feedback"))).hasSize(1);
    }

    @Test
    void whatNobodyReadCanBeTakenBack() {
        var asked = given(clinician, response, "Sorry, the wrong thread");
        withdraws(supervisor, asked).statusCode(409).body("errors[0].code", equalTo("not-your-words"));
        withdraws(client, asked).statusCode(409);
        withdraws(clinician, asked).statusCode(200).body("text", nullValue()).body("withdrawnAt", notNullValue());
        withdraws(clinician, asked).statusCode(200);
        assertThat(events("feedback.withdrawn")).isEqualTo(1);
        for (var reader : List.of(client, clinician)) {
            reader.asks()
                    .get("/v1/clients/" + client.id() + "/feedback")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].text", nullValue());
        }
        unread(client).body("count", equalTo(0));
        marks(client, asked).statusCode(409).body("errors[0].code", equalTo("withdrawn"));
        gives(client, response, "What was that?").statusCode(409);
    }

    @Test
    void whatWasReadStays() {
        var asked = given(clinician, response, "How was it?");
        marks(client, asked).statusCode(200);
        withdraws(clinician, asked).statusCode(409).body("errors[0].code", equalTo("already-read"));
    }

    @Test
    void ofReadingAndTakingBackAtOnceOneComesFirst() throws Exception {
        for (var round = 0; round < 5; round++) {
            var asked = given(clinician, response, "How was it?");
            var calls = new ArrayList<Someone>(List.of(client, clinician));
            var statuses = AtOnce.times(2, () -> {
                Someone who;
                synchronized (calls) {
                    who = calls.remove(0);
                }
                return (who.equals(client) ? marks(client, asked) : withdraws(clinician, asked))
                        .extract()
                        .statusCode();
            });
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aDraftIsNotRepliedTo() {
        String draft = client.asks()
                .body(Worlds.CALM.replace("true", "false"))
                .put("/v1/tasks/" + worlds.task(clinician, client) + "/response")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        gives(clinician, draft, "Go on").statusCode(409).body("errors[0].code", equalTo("not-completed"));
    }

    @Test
    void whatIsSentIsBounded() {
        gives(clinician, response, "").statusCode(422).body("errors[0].pointer", equalTo("/text"));
        gives(clinician, response, "  ").statusCode(422);
        gives(clinician, response, "x".repeat(4001)).statusCode(422);
        gives(clinician, response, "x".repeat(4000)).statusCode(201);
        clinician
                .asks()
                .body("{\"text\": \"x\", \"readAt\": \"2026-01-01T00:00:00Z\"}")
                .post("/v1/responses/" + response + "/feedback")
                .then()
                .statusCode(400);
    }

    @Test
    void oneKeyGivesItOnce() throws Exception {
        var key = Ids.next().toString();
        var ids = AtOnce.times(
                8,
                () -> clinician
                        .asks()
                        .header("Idempotency-Key", key)
                        .body("{\"text\": \"once\"}")
                        .post("/v1/responses/" + response + "/feedback")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));
        assertThat(ids).containsOnly(ids.get(0));
        assertThat(events("feedback.given")).isEqualTo(1);
    }

    @Test
    void aKeyDoesNotTellAgainWhatWasTakenBack() {
        var key = Ids.next().toString();
        for (var text : new String[] {"canarytext", null}) {
            var reply = clinician
                    .asks()
                    .header("Idempotency-Key", key)
                    .body("{\"text\": \"canarytext\"}")
                    .post("/v1/responses/" + response + "/feedback")
                    .then()
                    .statusCode(201)
                    .body("text", equalTo(text));
            String id = reply.extract().path("id");
            clinician.asks().post("/v1/feedback/" + id + "/withdrawal").then().statusCode(200);
        }
        assertThat(events("feedback.given")).isEqualTo(1);
    }

    @Test
    void anArchivedClientsThreadsAreReadOnly() {
        var asked = given(clinician, response, "How was it?");
        people.run(
                client.practice(),
                "update client set archived_at = now() where practice_id = kith_practice() and id = ?",
                client.id());
        gives(clinician, response, "And now?").statusCode(409);
        clinician.asks().get("/v1/responses/" + response + "/feedback").then().body("items.id", contains(asked));
    }

    @Test
    void whoLeavesTheCareTeamSeesNothingMore() {
        given(clinician, response, "How was it?");
        given(client, response, "Good.");
        people.run(
                client.practice(),
                "update care_team_member set from_on = from_on - 9, until_on = from_on - 1 where practice_id = kith_practice()");
        for (var gone : List.of(clinician, supervisor)) {
            gone.asks().get("/v1/responses/" + response + "/feedback").then().statusCode(404);
            gives(gone, response, "Still here").statusCode(404);
            unread(gone).body("count", equalTo(0));
        }
    }

    private long events(String kind) {
        return people.count(client.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    private static ValidatableResponse gives(Someone who, String response, String text) {
        return who.asks()
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/responses/" + response + "/feedback")
                .then();
    }

    private static String given(Someone who, String response, String text) {
        return gives(who, response, text).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse marks(Someone who, String feedback) {
        return who.asks().post("/v1/feedback/" + feedback + "/read").then();
    }

    private static ValidatableResponse withdraws(Someone who, String feedback) {
        return who.asks().post("/v1/feedback/" + feedback + "/withdrawal").then();
    }

    private static ValidatableResponse unread(Someone who) {
        return who.asks().get("/v1/me/feedback/unread").then().statusCode(200);
    }
}

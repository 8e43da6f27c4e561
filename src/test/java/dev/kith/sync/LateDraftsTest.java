package dev.kith.sync;

import static dev.kith.sync.Batch.answered;
import static dev.kith.sync.Batch.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts of one thing that come late, the older after the newer: what was written last stands, in whatever order they come. */
@QuarkusTest
class LateDraftsTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

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
    void ofTwoDraftsOfAResponseTheOneThatWasWrittenLastStands() {
        var now = Instant.now();
        var ends = new ArrayList<Object>();
        for (var newerFirst : List.of(false, true)) {
            var id = id();
            var task = worlds.task(clinician, client);
            var older = answered(id, task, 0, now.minusSeconds(3_600), false);
            var newer = answered(id, task, 1, now.minusSeconds(1_800), false);
            var last = inOrder(newerFirst, older, newer);
            if (newerFirst) {
                last.body("items[0].status", equalTo("unchanged"))
                        .body("items[0].newerStands", equalTo(true))
                        .body("items[0].response.answers.'phq-9.9'", equalTo(1));
                var before = rows.of(client.practice());
                Batch.of(older).from(client).body("items[0].newerStands", equalTo(true));
                assertThat(rows.of(client.practice())).isEqualTo(before);
            } else {
                last.body("items[0].status", equalTo("done")).body("items[0].newerStands", equalTo(false));
            }
            ends.add(client.asks().get("/v1/responses/" + id).path("answers"));
            Batch.of(answered(id, task, 0, now.minusSeconds(7_200), true))
                    .from(client)
                    .body("items[0].status", equalTo("done"))
                    .body("items[0].response.state", equalTo("completed"));
        }
        assertThat(ends.get(1)).isEqualTo(ends.get(0));
        assertThat(ends.get(0).toString()).contains("phq-9.9=1");
    }

    @Test
    void ofTwoDraftsOfALogTheOneThatWasWrittenLastStands() {
        var now = Instant.now();
        var ends = new ArrayList<Object>();
        for (var newerFirst : List.of(false, true)) {
            var id = id();
            var task = Noting.task(clinician, client);
            var last = inOrder(
                    newerFirst,
                    logged(id, task, 3, now.minusSeconds(3_600), ""),
                    logged(id, task, 8, now.minusSeconds(1_800), ""));
            last.body("items[0].status", equalTo(newerFirst ? "unchanged" : "done"))
                    .body("items[0].newerStands", equalTo(newerFirst))
                    .body("items[0].log.before.suds", equalTo(8));
            ends.add(client.asks().get("/v1/logs/" + id).path("before"));
        }
        assertThat(ends.get(0)).isEqualTo(Map.of("suds", 8));
        assertThat(ends.get(1)).isEqualTo(ends.get(0));
    }

    @Test
    void whatIsWrittenOnlineIsNewerThanWhatWasWrittenBefore() {
        var now = Instant.now();
        var response = id();
        Batch.of(answered(response, null, 0, now.minusSeconds(7_200), false)).from(client);
        client.asks().body("""
                        {"questionnaire": "phq-9", "author": "client", "answers": {"phq-9.1": 3}, "complete": false}
                        """).put("/v1/responses/" + response).then().statusCode(200);
        Batch.of(answered(response, null, 0, now.minusSeconds(3_600), false))
                .from(client)
                .body("items[0].newerStands", equalTo(true))
                .body("items[0].response.answers.size()", equalTo(1));
        var task = Noting.task(clinician, client);
        var log = id();
        Batch.of(logged(log, task, 3, now.minusSeconds(7_200), "")).from(client);
        Noting.logs(client, task, "{\"before\": {\"suds\": 9}, \"complete\": false}")
                .statusCode(200);
        Batch.of(logged(log, task, 4, now.minusSeconds(3_600), ""))
                .from(client)
                .body("items[0].newerStands", equalTo(true))
                .body("items[0].log.before.suds", equalTo(9));
    }

    /** The middle one of three, written between two that say the same. */
    @Test
    void theSameWordsWrittenAnewCountFromThen() {
        var now = Instant.now();
        var id = id();
        Batch.of(answered(id, null, 0, now.minusSeconds(7_200), false)).from(client);
        Batch.of(answered(id, null, 0, now.minusSeconds(1_800), false)).from(client);
        Batch.of(answered(id, null, 1, now.minusSeconds(3_600), false))
                .from(client)
                .body("items[0].newerStands", equalTo(true))
                .body("items[0].response.answers.'phq-9.9'", equalTo(0));
    }

    @Test
    void whatAnOlderDraftCallsForIsToldWhicheverComesFirst() {
        var now = Instant.now();
        for (var newerFirst : List.of(false, true)) {
            client = people.clientOf(clinician);
            var id = id();
            var older = answered(id, null, 3, now.minusSeconds(3_600), false);
            var newer = answered(id, null, 0, now.minusSeconds(1_800), false);
            var last = inOrder(newerFirst, older, newer);
            last.body("crisisCards", hasSize(newerFirst ? 1 : 0))
                    .body("items[0].response.answers.'phq-9.9'", equalTo(0));
            if (newerFirst) {
                last.body("items[0].response.crisisCard.text", notNullValue());
                Batch.of(older).from(client).body("crisisCards", hasSize(1));
            }
            assertThat(alerts()).as("critical, newer first: " + newerFirst).isOne();
            var task = Noting.task(clinician, client);
            var log = id();
            var stopped = logged(log, task, 9, now.minusSeconds(3_600), "\"stopRuleUsed\": true, ");
            inOrder(newerFirst, stopped, logged(log, task, 3, now.minusSeconds(1_800), ""))
                    .body("items[0].log.before.suds", equalTo(3));
            Batch.of(stopped).from(client);
            assertThat(alerts()).as("stopped, newer first: " + newerFirst).isEqualTo(2);
        }
    }

    @Test
    void whatSeemsToBeDoneBeforeTheEarliestIsRefusedByOurClockToo() {
        var ahead = Instant.now().plus(Duration.ofHours(3));
        var at = Instant.parse("1970-01-01T02:00:00Z");
        Batch.of(logged(id(), Noting.task(clinician, client), 3, at, ""), answered(id(), null, 0, at, true))
                .from(client, ahead, null)
                .body("items.httpStatus", contains(422, 422))
                .body("items[0].problem.errors[0].pointer", equalTo("/items/0/authoredAt"))
                .body("items[0].problem.errors[0].code", equalTo("out-of-range"))
                .body("items[1].problem.errors[0].pointer", equalTo("/items/1/authoredAt"));
        assertThat(people.count(client.practice(), "select count(*) from log")).isZero();
    }

    /** What came of the last of them. */
    private ValidatableResponse inOrder(boolean newerFirst, String older, String newer) {
        Batch.of(newerFirst ? newer : older).from(client).body("items[0].status", equalTo("done"));
        return Batch.of(newerFirst ? older : newer).from(client).statusCode(200);
    }

    private long alerts() {
        return people.count(client.practice(), "select count(*) from alert where client_id = ?", client.id());
    }

    private static String logged(String id, String task, int suds, Instant at, String more) {
        return """
                {"id": "%s", "kind": "log", "task": "%s", "authoredAt": "%s", "before": {"suds": %d}, %s"complete": false}
                """.formatted(id, task, at, suds, more);
    }
}

package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.list;
import static dev.kith.alert.Alerted.read;
import static dev.kith.alert.Alerted.resolves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.kith.alert.Alerted.Cast;
import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.Statements;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft has no revisions, and may turn critical more than once. */
@QuarkusTest
class DraftEvidenceTest {
    @Inject
    Worlds worlds;

    @Inject
    Alerted alerted;

    @Inject
    People people;

    Cast cast;
    String task;
    boolean begun;

    @BeforeEach
    void found() {
        cast = alerted.cast();
        task = worlds.task(cast.clinician(), cast.client());
    }

    @Test
    void aDraftThatSaysMoreAfterTheResolutionOpensTheAlertAgain() {
        draft(1);
        var alert = alert();
        resolves(cast.clinician(), alert).statusCode(200);
        draft(1);
        read(cast.clinician(), alert)
                .body("state", equalTo("resolved"), "history.what", contains("raised", "resolved"));
        draft(3);
        read(cast.clinician(), alert)
                .body("state", equalTo("open"), "history.what", contains("raised", "resolved", "reopened"))
                .body("history[2].told.memberId", contains(cast.clinician().id().toString()));
        draft(3);
        read(cast.clinician(), alert).body("history", hasSize(3));
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        read(cast.clinician(), alert).body("history.what", hasItem("escalated"));
    }

    @Test
    void whoIsThereIsAskedOnceWhereNobodyIsTold() {
        draft(1);
        var alert = alert();
        var again = Statements.during(() -> draft(1));
        var more = Statements.during(() -> draft(2));
        read(cast.clinician(), alert).body("history.what", contains("raised"));
        for (var asked : List.of(again, more)) {
            assertThat(asked)
                    .filteredOn(sql -> sql.contains("from alert_on_call"))
                    .hasSize(1);
        }
    }

    @Test
    void aDraftThatTurnsCriticalAgainOpensItToo() {
        draft(3);
        var alert = alert();
        resolves(cast.clinician(), alert).statusCode(200);
        draft(0);
        read(cast.clinician(), alert).body("state", equalTo("resolved"));
        draft(3);
        read(cast.clinician(), alert).body("state", equalTo("open"));
    }

    @Test
    void whatIsAcknowledgedIsLinkedAndWhatNobodyHasSeenYetIsLeft() throws Exception {
        draft(1);
        var alert = alert();
        draft(2);
        read(cast.clinician(), alert).body("history.what", contains("raised"));
        acknowledges(cast.clinician(), alert).statusCode(200);
        AtOnce.times(16, () -> {
            draft(3);
            return true;
        });
        read(cast.clinician(), alert)
                .body("state", equalTo("acknowledged"), "history.what", contains("raised", "acknowledged", "linked"));
        assertThat(list(cast.clinician(), "")).hasSize(1);
    }

    @Test
    void completingWithMoreThanTheDraftSaidIsLinkedAndToldToWhoAcknowledged() {
        draft(1);
        var alert = alert();
        acknowledges(cast.clinician(), alert).statusCode(200);
        complete(3);
        read(cast.clinician(), alert)
                .body("state", equalTo("acknowledged"), "history.what", contains("raised", "acknowledged", "linked"))
                .body("history[2].told.memberId", contains(cast.clinician().id().toString()));
        assertThat(events("alert.linked")).isEqualTo(1);
        complete(3);
        read(cast.clinician(), alert).body("history", hasSize(3));
        assertThat(list(cast.clinician(), "")).hasSize(1);
    }

    @Test
    void completingWithMoreIsToldOfWhatNobodyHasAcknowledgedToo() {
        draft(1);
        var alert = alert();
        complete(3);
        read(cast.clinician(), alert)
                .body("state", equalTo("open"), "history.what", contains("raised", "linked"))
                .body("history[1].told.memberId", contains(cast.clinician().id().toString()));
    }

    @Test
    void completingWithWhatTheDraftTookBackIsToldToo() {
        draft(1);
        var alert = alert();
        acknowledges(cast.clinician(), alert).statusCode(200);
        draft(0);
        complete(1);
        read(cast.clinician(), alert).body("history.what", contains("raised", "acknowledged", "linked"));
    }

    @Test
    void completingWithWhatTheDraftSaidIsNotToldAgain() {
        draft(1);
        var alert = alert();
        draft(3);
        acknowledges(cast.clinician(), alert).statusCode(200);
        complete(3);
        read(cast.clinician(), alert)
                .body("state", equalTo("acknowledged"), "history.what", contains("raised", "acknowledged"));
        assertThat(events("alert.linked")).isZero();
    }

    @Test
    void completingWithMoreAfterTheResolutionOpensTheAlertAgain() {
        draft(1);
        var alert = alert();
        resolves(cast.clinician(), alert).statusCode(200);
        complete(3);
        read(cast.clinician(), alert)
                .body("state", equalTo("open"), "history.what", contains("raised", "resolved", "reopened"))
                .body("history[2].told.memberId", contains(cast.clinician().id().toString()));
        assertThat(events("alert.reopened")).isEqualTo(1);
    }

    @Test
    void anOlderDraftThatSaysSomethingElseOpensItTooAndItsCardIsOnRecord() {
        var id = Ids.next().toString();
        var now = Instant.now();
        sync(id, 0, now.minusSeconds(600))
                .body("items.httpStatus", contains(201), "items.newerStands", contains(false));
        overtaken(id, 1, now.minusSeconds(1_800));
        cast.client()
                .asks()
                .get("/v1/responses/" + id + "/crisis-cards")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        var alert = alert();
        resolves(cast.clinician(), alert).statusCode(200);
        overtaken(id, 1, now.minusSeconds(1_800));
        read(cast.clinician(), alert).body("state", equalTo("resolved"));
        overtaken(id, 3, now.minusSeconds(1_200));
        read(cast.clinician(), alert).body("state", equalTo("open"));
        overtaken(id, 3, now.minusSeconds(1_200));
        read(cast.clinician(), alert).body("history.what", contains("raised", "resolved", "reopened"));
    }

    private void draft(int ninth) {
        cast.client()
                .asks()
                .body(Worlds.answers(ninth).replace("\"complete\": true", "\"complete\": false"))
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(begun ? 200 : 201)
                .body("state", equalTo("in-progress"), "answers.'phq-9.9'", equalTo(ninth));
        begun = true;
    }

    private void complete(int ninth) {
        cast.client()
                .asks()
                .body(Worlds.answers(ninth))
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"), "answers.'phq-9.9'", equalTo(ninth));
    }

    private long events(String kind) {
        return people.count(cast.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    /** An older one, which does not take the place of what stands. */
    private void overtaken(String id, int ninth, Instant at) {
        sync(id, ninth, at)
                .body("items.status", contains("unchanged"), "items.newerStands", contains(true))
                .body("items[0].response.answers.'phq-9.9'", equalTo(0));
    }

    private ValidatableResponse sync(String id, int ninth, Instant at) {
        var answers = Worlds.answers(ninth).replace("\"complete\": true", "\"complete\": false");
        return cast.client()
                .asks()
                .body("""
                        {"clientTime": "%s", "items": [{"id": "%s", "kind": "response", "questionnaire": "phq-9", "authoredAt": "%s", %s]}
                        """.formatted(Instant.now(), id, at, answers.substring(1)))
                .post("/v1/sync")
                .then()
                .statusCode(200);
    }

    private String alert() {
        return String.valueOf(list(cast.clinician(), "").get(0).get("id"));
    }
}

package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.handsOver;
import static dev.kith.alert.Alerted.list;
import static dev.kith.alert.Alerted.read;
import static dev.kith.alert.Alerted.resolves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.alert.Alerted.Cast;
import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the raising to the resolution: who did what when, and that nothing of it is lost. */
@QuarkusTest
class AlertLifeTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Alerted alerted;

    Cast cast;

    @BeforeEach
    void found() {
        cast = alerted.cast();
    }

    @Test
    void itBelongsToThePrimaryAndIsDueWithinTheHour() {
        var alert = alerted.alert(cast);
        read(cast.clinician(), alert)
                .statusCode(200)
                .body(
                        "state",
                        equalTo("open"),
                        "ownerId",
                        equalTo(cast.clinician().id().toString()))
                .body("rung", equalTo("owner"), "linkedTo", nullValue(), "follows", nullValue())
                .body(
                        "history.what",
                        contains("raised"),
                        "history[0].told.memberId",
                        contains(cast.clinician().id().toString()))
                .body("history[0].byKind", equalTo("client"), "evidence.alertId", contains(alert));
        var due = people.count(
                cast.practice(),
                "select extract(epoch from due_at - raised_at)::bigint from alert where kind = 'answer'");
        assertThat(due).isEqualTo(3600);
    }

    @Test
    void whoAcknowledgesOwnsItAndEachStepStays() {
        var alert = alerted.alert(cast);
        people.onTeam(cast.client(), AddToCareTeam.fromToday(cast.supervisor().id(), CareTeamRole.CO_CLINICIAN));
        acknowledges(cast.supervisor(), alert)
                .statusCode(200)
                .body(
                        "state",
                        equalTo("acknowledged"),
                        "ownerId",
                        equalTo(cast.supervisor().id().toString()))
                .body("acknowledgedBy", equalTo(cast.supervisor().account().toString()));
        acknowledges(cast.clinician(), alert)
                .statusCode(200)
                .body("acknowledgedBy", equalTo(cast.supervisor().account().toString()));
        resolves(cast.clinician(), alert)
                .statusCode(200)
                .body("state", equalTo("resolved"), "dueAt", nullValue())
                .body("history.what", contains("raised", "acknowledged", "resolved"))
                .body("history[2].action", equalTo("called-client"), "history[2].note", equalTo("Safe tonight."))
                .body("history.state", contains("open", "acknowledged", "resolved"));
        assertThat(events("alert.raised", "alert.acknowledged", "alert.resolved"))
                .isEqualTo(3);
    }

    @Test
    void whatASecondPersonDidIsNotLostBehindTheFirst() {
        var alert = alerted.alert(cast);
        resolves(cast.clinician(), alert).statusCode(200);
        resolves(cast.clinician(), alert).statusCode(200);
        cast.supervisor()
                .asks()
                .body("{\"action\": \"called-client\", \"note\": \"No answer, drove there.\"}")
                .post("/v1/alerts/" + alert + "/resolution")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("alert-resolved"));
        read(cast.clinician(), alert).body("history.note", not(hasItem("No answer, drove there.")));
    }

    @Test
    void historyIsOnlyAddedTo() {
        alerted.alert(cast);
        assertThatThrownBy(() -> people.run(cast.practice(), "update alert_step set reason = 'another'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> people.run(cast.practice(), "delete from alert_step"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void furtherEvidenceWhileOneWaitsIsAnAlertOfItsOwnLinkedWithIt() {
        var first = alerted.alert(cast);
        var second = alerted.alert(cast);
        var third = alerted.alert(cast);
        read(cast.clinician(), first)
                .body("evidence.alertId", contains(first, second, third), "linkedTo", nullValue())
                .body("history.what", contains("raised", "linked", "linked"))
                .body("history.aboutId.tail()", contains(second, third));
        read(cast.clinician(), third)
                .body("linkedTo", equalTo(first), "history.what", contains("raised"))
                .body("evidence", hasSize(3));
        assertThat(events("alert.linked")).isEqualTo(2);
        assertThat(events("alert.raised")).isEqualTo(3);
    }

    @Test
    void whatNobodyAcknowledgedIsNotResolvedAlong() {
        var first = alerted.alert(cast);
        var seen = alerted.alert(cast);
        acknowledges(cast.clinician(), seen).statusCode(200);
        var unseen = alerted.alert(cast);
        resolves(cast.clinician(), first)
                .statusCode(200)
                .body("evidence.state", contains("resolved", "resolved", "open"));
        read(cast.clinician(), unseen).body("state", equalTo("open"));
        read(cast.clinician(), seen)
                .body("state", equalTo("resolved"), "history.what", contains("raised", "acknowledged", "resolved"));
    }

    @Test
    void evidenceAfterTheResolutionBeginsAnewAndSaysWhatItFollows() {
        var first = alerted.alert(cast);
        resolves(cast.clinician(), first).statusCode(200);
        var second = alerted.alert(cast);
        read(cast.clinician(), second)
                .body("follows", equalTo(first), "linkedTo", nullValue(), "state", equalTo("open"))
                .body("evidence.alertId", contains(second));
        read(cast.clinician(), first).body("state", equalTo("resolved"), "history", hasSize(2));
    }

    @Test
    void anAmendmentThatFiresAgainReopensWhatWasResolved() {
        var response = alerted.answer(cast);
        var alert = String.valueOf(list(cast.clinician(), "").get(0).get("id"));
        resolves(cast.clinician(), alert).statusCode(200);
        amends(response);
        read(cast.clinician(), alert)
                .body("state", equalTo("open"), "acknowledgedAt", nullValue(), "action", nullValue())
                .body("history.what", contains("raised", "resolved", "reopened"))
                .body("history[1].note", equalTo("Safe tonight."))
                .body("history[2].told.memberId", contains(cast.clinician().id().toString()));
        assertThat(events("alert.reopened")).isEqualTo(1);
        assertThat(list(cast.clinician(), "")).hasSize(1);
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        read(cast.clinician(), alert).body("history.what", hasItem("escalated"));
    }

    @Test
    void anAmendmentThatFiresAgainIsInTheHistoryOfWhatWaits() {
        var response = alerted.answer(cast);
        var alert = String.valueOf(list(cast.clinician(), "").get(0).get("id"));
        amends(response);
        read(cast.clinician(), alert).body("state", equalTo("open"), "history.what", contains("raised", "linked"));
    }

    @Test
    void ofTwoCriticalAnswersAtOnceOneIsLinkedWithTheOther() throws Exception {
        AtOnce.times(6, () -> alerted.answer(cast));
        var alerts = list(cast.clinician(), "");
        assertThat(alerts).hasSize(6);
        assertThat(people.count(cast.practice(), "select count(distinct thread_id) from alert"))
                .isOne();
        assertThat(people.count(cast.practice(), "select count(*) from alert where thread_id = id"))
                .isOne();
    }

    @Test
    void itIsGivenToSomebodyElseForAReason() {
        var alert = alerted.alert(cast);
        var stranger = people.clinician(cast.practice());
        read(stranger, alert).statusCode(404);
        handsOver(cast.clinician(), alert, stranger)
                .statusCode(200)
                .body("ownerId", equalTo(stranger.id().toString()), "state", equalTo("open"))
                .body("history[1].what", equalTo("reassigned"), "history[1].reason", equalTo("In the house today."))
                .body("history[1].told.memberId", contains(stranger.id().toString()));
        handsOver(cast.clinician(), alert, stranger).statusCode(200).body("history", hasSize(2));
        read(stranger, alert).statusCode(200);
        stranger.asks().get("/v1/clients/" + cast.client().id()).then().statusCode(404);
        stranger.asks()
                .get("/v1/clients/" + cast.client().id() + "/responses")
                .then()
                .statusCode(404);
        assertThat(list(stranger, "?owner=me")).hasSize(1);
        assertThat(list(cast.clinician(), "?owner=me")).isEmpty();
        assertThat(events("alert.reassigned")).isEqualTo(1);
    }

    @Test
    void nobodyGivesItToWhoCannotLookAfterIt() {
        var alert = alerted.alert(cast);
        handsOver(cast.clinician(), alert, cast.admin()).statusCode(422).body("errors.pointer", contains("/memberId"));
        handsOver(cast.clinician(), alert, people.clinician(people.practice().practice()))
                .statusCode(422);
        handsOver(people.clinician(cast.practice()), alert, cast.supervisor()).statusCode(404);
        resolves(cast.clinician(), alert).statusCode(200);
        handsOver(cast.clinician(), alert, cast.supervisor()).statusCode(409);
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() {
        var alert = alerted.alert(cast);
        var stranger = people.clinician(cast.practice());
        acknowledges(stranger, alert).statusCode(404);
        resolves(stranger, alert).statusCode(404);
        read(cast.admin(), alert).statusCode(404);
        read(people.admin(people.practice().practice()), alert).statusCode(404);
        assertThat(list(stranger, "")).isEmpty();
        read(cast.clinician(), alert).body("state", equalTo("open"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"action\": \"danced\"}", "{\"action\": \"called-client\", \"by\": 1}", "{\"action\": 1}"
            })
    void anActionIsOneOfTheList(String body) {
        var alert = alerted.alert(cast);
        var status = cast.clinician()
                .asks()
                .body(body)
                .post("/v1/alerts/" + alert + "/resolution")
                .then()
                .extract()
                .statusCode();
        assertThat(status).isIn(400, 422);
        read(cast.clinician(), alert).body("state", equalTo("open"));
    }

    @ParameterizedTest
    @CsvSource({
        "?state=open, 2",
        "?state=acknowledged, 1",
        "?state=resolved, 1",
        "?severity=critical, 4",
        "?severity=notice, 0",
        "?overdue=true, 0",
        "?owner=me, 4",
        "?owner=me&state=open, 2"
    })
    void aListIsNarrowed(String query, int many) {
        var resolved = alerted.alert(cast);
        resolves(cast.clinician(), resolved).statusCode(200);
        alerted.alert(cast);
        acknowledges(cast.clinician(), alerted.alert(cast)).statusCode(200);
        alerted.alert(cast);
        assertThat(list(cast.clinician(), query)).hasSize(many);
        assertThat(list(cast.clinician(), "?client=" + cast.client().id())).hasSize(4);
        assertThat(list(cast.clinician(), "?client=" + cast.clinician().id())).isEmpty();
    }

    @Test
    void whatIsDueSoonestComesFirstAndWhatIsResolvedLastPageByPage() {
        var first = alerted.alert(cast);
        var second = alerted.alert(cast);
        var third = alerted.alert(cast);
        var fourth = alerted.alert(cast);
        acknowledges(cast.clinician(), first).statusCode(200);
        resolves(cast.clinician(), second).statusCode(200).body("evidence.state", hasItem("resolved"));
        var fifth = alerted.alert(cast);
        var expected = new String[] {third, fourth, fifth, second, first};
        for (var limit = 1; limit <= 6; limit++) {
            var seen = new java.util.ArrayList<String>();
            String after = "";
            do {
                var page = cast.clinician()
                        .asks()
                        .get("/v1/alerts?limit=" + limit + after)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.id"));
                String next = page.path("next");
                after = next == null ? "" : "&after=" + next;
            } while (!after.isEmpty());
            assertThat(seen)
                    .as("by " + limit)
                    .containsExactlyInAnyOrder(expected)
                    .startsWith(third, fourth, fifth);
        }
    }

    @Test
    void onlyMembersActAndOthersDoNotSeeIt() {
        var alert = alerted.alert(cast);
        acknowledges(cast.client(), alert).statusCode(403);
        var software = people.integration(cast.practice(), "alerts:read");
        read(software, alert).statusCode(200).body("history", hasSize(1));
        acknowledges(software, alert).statusCode(403);
        cast.clinician().asks().get("/v1/alerts?owner=them").then().statusCode(400);
        software.asks().get("/v1/alerts?owner=me").then().statusCode(200).body("items", empty());
    }

    private void amends(String response) {
        cast.clinician()
                .asks()
                .body(Worlds.answers(3).replace(", \"complete\": true", ", \"reason\": \"misread\""))
                .post("/v1/responses/" + response + "/amendments")
                .then()
                .statusCode(201);
    }

    private long events(String... kinds) {
        return people.count(
                cast.practice(),
                "select count(*) from outbox_event where kind in ('" + String.join("', '", kinds) + "')");
    }
}

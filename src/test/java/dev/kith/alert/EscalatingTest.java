package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.handsOver;
import static dev.kith.alert.Alerted.list;
import static dev.kith.alert.Alerted.read;
import static dev.kith.alert.Alerted.resolves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kith.alert.Alerted.Cast;
import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an alert that nobody deals with, whoever is away and however many replicas look after it. */
@QuarkusTest
class EscalatingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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
    void itGoesOnToTheNextEachTimeTheClockSaysSoUntilSomebodyAcknowledges() {
        var co = people.clinician(cast.practice());
        people.onTeam(cast.client(), AddToCareTeam.fromToday(co.id(), CareTeamRole.CO_CLINICIAN));
        var onCall = people.clinician(cast.practice());
        alerted.onCall(cast, onCall);
        var alert = alerted.alert(cast);
        alerted.work(cast, alerted.in(Duration.ofMinutes(59)));
        told(alert, 1, List.of("raised"));
        var at = alerted.in(Duration.ofMinutes(61));
        alerted.work(cast, at);
        alerted.work(cast, at.plus(MINUTE.multipliedBy(29)));
        told(alert, 2, List.of(co.id().toString()));
        alerted.work(cast, at.plus(MINUTE.multipliedBy(30)));
        told(alert, 3, List.of(cast.supervisor().id().toString()));
        read(onCall, alert).statusCode(404);
        alerted.work(cast, at.plus(MINUTE.multipliedBy(60)));
        told(alert, 4, List.of(onCall.id().toString()));
        alerted.work(cast, at.plus(MINUTE.multipliedBy(90)));
        told(alert, 5, List.of(cast.admin().id().toString()));
        read(cast.admin(), alert).statusCode(200).body("rung", equalTo("admins"));
        acknowledges(onCall, alert)
                .statusCode(200)
                .body("ownerId", equalTo(onCall.id().toString()));
        alerted.work(cast, at.plus(MINUTE.multipliedBy(600)));
        read(cast.clinician(), alert).body("history", hasSize(6));
    }

    @Test
    void whoItWentOnToSeesTheAlertUntilItIsResolvedAndNothingElse() {
        var onCall = people.clinician(cast.practice());
        alerted.onCall(cast, onCall);
        var alert = alerted.alert(cast);
        climb(Duration.ofHours(3));
        assertThat(list(onCall, "")).hasSize(1);
        read(onCall, alert).statusCode(200);
        onCall.asks().get("/v1/clients/" + cast.client().id()).then().statusCode(404);
        assertThat(people.count(
                        cast.practice(),
                        "select count(*) from audit_entry where action = 'alert.read' and actor_id = ?",
                        onCall.account()))
                .isOne();
        resolves(cast.clinician(), alert).statusCode(200);
        read(onCall, alert).statusCode(404);
        assertThat(list(onCall, "")).isEmpty();
    }

    @Test
    void whoItWentOnToAndWhoDealtWithItSeesItAfterwardsToo() {
        var onCall = people.clinician(cast.practice());
        alerted.onCall(cast, onCall);
        var alert = alerted.alert(cast);
        climb(Duration.ofHours(3));
        resolves(onCall, alert).statusCode(200);
        read(onCall, alert).statusCode(200).body("state", equalTo("resolved"));
        resolves(onCall, alert).statusCode(200);
    }

    @Test
    void aStepIsTakenOnceHoweverManyReplicasDoIt() throws Exception {
        for (var i = 0; i < 12; i++) {
            alerted.answer(cast);
        }
        for (var round = 1; round <= 4; round++) {
            var now = alerted.in(Duration.ofMinutes(31L + 30L * round));
            AtOnce.times(8, () -> {
                alerted.work(cast, now);
                return true;
            });
            var expected = 12L * round;
            assertThat(people.count(cast.practice(), "select count(*) from alert_step where what = 'escalated'"))
                    .isEqualTo(expected);
        }
        assertThat(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'alert.escalated'"))
                .isEqualTo(48);
        assertThat(
                        people.count(
                                cast.practice(),
                                "select count(*) from alert a where steps <> (select count(*) from alert_step s where s.alert_id = a.id)"))
                .isZero();
    }

    @Test
    void whileAClinicianIsOnLeaveWhoCoversForThemIsTold() {
        var cover = people.clinician(cast.practice());
        var today = LocalDate.ofInstant(alerted.in(Duration.ZERO), ZoneOffset.UTC);
        away(cast.clinician(), cast.clinician(), today.minusDays(1), today.plusDays(3), cover);
        var alert = alerted.alert(cast);
        read(cover, alert).statusCode(200).body("ownerId", equalTo(cover.id().toString()));
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        told(alert, 2, List.of(cast.supervisor().id().toString()));
    }

    @Test
    void leaveThatBeginsWhileItWaitsIsHeeded() {
        var cover = people.clinician(cast.practice());
        var alert = alerted.alert(cast);
        var day = LocalDate.ofInstant(alerted.in(Duration.ofDays(1)), ZoneOffset.UTC);
        away(cast.admin(), cast.clinician(), day, day.plusDays(7), cover);
        alerted.work(cast, alerted.in(Duration.ofDays(1)));
        told(alert, 2, List.of(cover.id().toString()));
    }

    @Test
    void withoutACareTeamItIsTheOnCallLists() {
        var onCall = people.clinician(cast.practice());
        var second = people.clinician(cast.practice());
        alerted.onCall(cast, onCall, second);
        var task = worlds.task(cast.clinician(), cast.client());
        people.run(cast.practice(), "update care_team_member set until_on = from_on");
        worlds.answer(cast.client(), task, Worlds.CRITICAL);
        var alert = list(onCall, "").get(0);
        assertThat(alert).containsEntry("ownerId", onCall.id().toString()).containsEntry("kind", "answer");
        assertThat(list(cast.admin(), ""))
                .as("the admin is told to staff the team")
                .hasSize(1);
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        assertThat(list(second, "")).hasSize(1);
    }

    @Test
    void afterTheLastAllAreToldAgainAtPausesThatGrow() {
        var alert = alerted.alert(cast);
        climb(Duration.ofDays(3));
        List<String> what = read(cast.clinician(), alert).extract().path("history.what");
        // raised; supervisor, admin; then again after 30 min, 1, 2, 4, 8, 16, 24, 24 h ...
        assertThat(what.size()).isBetween(9, 12);
        List<List<String>> told = read(cast.clinician(), alert).extract().path("history.told.memberId");
        assertThat(told.get(told.size() - 1))
                .contains(cast.clinician().id().toString(), cast.admin().id().toString());
    }

    @Test
    void theOwnerOfWhatIsNotResolvedIsReminded() {
        var alert = alerted.alert(cast);
        acknowledges(cast.clinician(), alert).statusCode(200);
        alerted.work(cast, alerted.in(Duration.ofHours(23)));
        read(cast.clinician(), alert).body("history", hasSize(2));
        alerted.work(cast, alerted.in(Duration.ofHours(25)));
        alerted.work(cast, alerted.in(Duration.ofHours(26)));
        alerted.work(cast, alerted.in(Duration.ofHours(50)));
        read(cast.clinician(), alert)
                .body("history.what", contains("raised", "acknowledged", "reminded", "reminded"))
                .body("history[3].told.memberId", contains(cast.clinician().id().toString()))
                .body("state", equalTo("acknowledged"));
    }

    @Test
    void whoWasGivenItCountsAsTold() {
        var alert = alerted.alert(cast);
        var other = people.clinician(cast.practice());
        handsOver(cast.clinician(), alert, other).statusCode(200);
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        read(cast.clinician(), alert)
                .body("history[2].what", equalTo("escalated"))
                .body(
                        "history[2].told.memberId",
                        contains(cast.supervisor().id().toString()));
    }

    @Test
    void ofBrokenGlassTheAdminsAreToldWhenItIsDueAndNobodyElse() {
        people.clinician(cast.practice())
                .asks()
                .body("{\"reason\": \"Called in the night.\", \"minutes\": 10}")
                .post("/v1/clients/" + cast.client().id() + "/break-glass")
                .then()
                .statusCode(201);
        var alert = String.valueOf(list(cast.admin(), "").get(0).get("id"));
        alerted.work(cast, alerted.in(Duration.ofDays(2)));
        read(cast.admin(), alert).body("history.what", contains("raised"), "history[0].told", empty());
        alerted.work(cast, alerted.in(Duration.ofDays(4)));
        alerted.work(cast, alerted.in(Duration.ofDays(6)));
        List<List<String>> told = read(cast.admin(), alert).extract().path("history.told.memberId");
        assertThat(told.subList(1, told.size()))
                .hasSize(2)
                .allSatisfy(members ->
                        assertThat(members).containsExactly(cast.admin().id().toString()));
        read(cast.clinician(), alert).statusCode(404);
    }

    /** Works through a time in steps of minutes, as the job does. */
    private void climb(Duration time) {
        var until = alerted.in(time);
        for (var now = alerted.in(Duration.ZERO); now.isBefore(until); now = now.plus(MINUTE.multipliedBy(10))) {
            alerted.work(cast, now);
        }
    }

    private void told(String alert, int steps, List<String> lastTold) {
        var seen = read(cast.clinician(), alert).statusCode(200).body("history", hasSize(steps));
        if (steps > 1) {
            List<List<String>> told = seen.extract().path("history.told.memberId");
            assertThat(told.get(steps - 1)).containsExactlyElementsOf(lastTold);
        }
    }

    private static void away(Someone says, Someone who, LocalDate from, LocalDate until, Someone cover) {
        says.asks()
                .body("{\"from\": \"%s\", \"until\": \"%s\", \"coverId\": \"%s\"}".formatted(from, until, cover.id()))
                .post("/v1/members/" + who.id() + "/absences")
                .then()
                .statusCode(201);
    }
}

package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.handsOver;
import static dev.kith.alert.Alerted.list;
import static dev.kith.alert.Alerted.read;
import static dev.kith.alert.Alerted.resolves;
import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.alert.Alerted.Cast;
import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of alerts whose owner leaves. */
@QuarkusTest
class PassingOnTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Alerted alerted;

    @Inject
    Practices practices;

    @Inject
    Departures departures;

    Cast cast;

    @BeforeEach
    void found() {
        cast = alerted.cast();
    }

    @Test
    void whoLeavesACareTeamLeavesItsAlertsToTheNextOfThatTeam() {
        var co = joins(cast.client());
        var other = people.clientOf(cast.clinician());
        var elsewhere = raisedFor(other);
        var alert = alerted.alert(cast);
        String due = read(cast.clinician(), alert).extract().path("dueAt");
        leaves(cast.clinician(), cast.client()).statusCode(200);
        read(co, alert)
                .statusCode(200)
                .body("ownerId", equalTo(co.id().toString()), "state", equalTo("open"), "dueAt", equalTo(due))
                .body("history.what", contains("raised", "reassigned"), "history[1].byKind", equalTo("system"))
                .body("history[1].reason", equalTo("owner-left-care-team"))
                .body("history[1].aboutId", equalTo(cast.clinician().id().toString()))
                .body("history[1].told.memberId", contains(co.id().toString()))
                .body("history[0].told.state", contains("needless"), "history[1].told.state", contains("waiting"));
        read(cast.clinician(), alert).statusCode(404);
        acknowledges(cast.clinician(), alert).statusCode(404);
        assertThat(ids(list(cast.clinician(), ""))).containsExactly(elsewhere);
        read(cast.clinician(), elsewhere)
                .body("ownerId", equalTo(cast.clinician().id().toString()), "history", hasSize(1));
        assertThat(rows("outbox_event where kind = 'alert.reassigned'")).isOne();
        assertThat(rows("audit_entry where action = 'alert.reassigned' and reason = 'owner-left-care-team'"))
                .isOne();
        leaves(cast.clinician(), cast.client()).statusCode(409);
        read(co, alert).body("history", hasSize(2));
    }

    @Test
    void whoStaysInAnotherRoleKeepsThem() {
        people.onTeam(cast.client(), AddToCareTeam.fromToday(cast.clinician().id(), CareTeamRole.COVER));
        joins(cast.client());
        var alert = alerted.alert(cast);
        leaves(cast.clinician(), cast.client()).statusCode(200);
        read(cast.clinician(), alert).statusCode(200).body("history", hasSize(1));
        leaves(cast.clinician(), cast.client()).statusCode(200);
        read(cast.clinician(), alert).statusCode(404);
    }

    @Test
    void whoMayNotEndItChangesNothing() {
        var alert = alerted.alert(cast);
        var place = place(cast.clinician(), cast.client());
        String before = team();
        end(people.clinician(cast.practice()), place).statusCode(404);
        end(people.practice(), place).statusCode(404);
        end(cast.client(), place).statusCode(403);
        assertThat(team()).isEqualTo(before);
        read(cast.clinician(), alert)
                .statusCode(200)
                .body("ownerId", equalTo(cast.clinician().id().toString()))
                .body("state", equalTo("open"), "history.what", contains("raised"));
    }

    @Test
    void whoIsDisabledLeavesAllOfThemAndNobodyElseDoes() {
        var second = people.clientOf(cast.clinician());
        var kept = resolved(raisedFor(second));
        var alerts = List.of(alerted.alert(cast), raisedFor(second));
        var neighbours = alerted.cast();
        var theirs = alerted.alert(neighbours);
        var colleague = people.clinician(cast.practice());
        var colleagues = raisedFor(people.clientOf(colleague), colleague);
        change(cast.admin(), cast.clinician(), "{\"disabled\": true}");
        for (var alert : alerts) {
            read(cast.supervisor(), alert)
                    .body("ownerId", equalTo(cast.supervisor().id().toString()))
                    .body("history[1].reason", equalTo("owner-disabled"));
        }
        read(cast.supervisor(), kept)
                .body("ownerId", equalTo(cast.clinician().id().toString()));
        read(neighbours.clinician(), theirs).body("history", hasSize(1));
        read(colleague, colleagues).body("history", hasSize(1));
        assertThat(list(cast.admin(), ""))
                .as("each of their clients is on nobody's caseload")
                .hasSize(2)
                .allMatch(alert -> "nobody-on-care-team".equals(alert.get("rule")));
        change(cast.admin(), cast.clinician(), "{\"disabled\": true}");
        read(cast.supervisor(), alerts.get(0)).body("history", hasSize(2));
    }

    @Test
    void whoLosesTheRoleLeavesWhatItWasFor() {
        var onCall = people.clinician(cast.practice());
        alerted.onCall(cast, onCall);
        people.run(
                cast.practice(),
                "update member set supervisor_id = null where id = ?",
                cast.clinician().id());
        var alert = alerted.alert(cast);
        var second = people.admin(cast.practice());
        change(second, cast.clinician(), "{\"roles\": [\"clinician\", \"admin\"]}");
        read(cast.clinician(), alert).body("history", hasSize(1));
        change(second, cast.clinician(), "{\"roles\": [\"admin\"]}");
        read(onCall, alert)
                .body("ownerId", equalTo(onCall.id().toString()))
                .body("history[1].reason", equalTo("owner-lost-role"));
        read(cast.clinician(), alert).statusCode(404);
        var access = String.valueOf(list(cast.admin(), "").get(0).get("id"));
        read(second, access).body("ownerId", equalTo(cast.admin().id().toString()));
        change(second, cast.admin(), "{\"roles\": [\"clinician\"]}");
        read(second, access)
                .body("ownerId", equalTo(cast.clinician().id().toString()))
                .body("history[1].reason", equalTo("owner-lost-role"));
    }

    @Test
    void whoWasToldAsOneOfTheTeamAndLeavesSeesItNoMoreUnlessToldForAnotherReason() {
        var co = joins(cast.client());
        alerted.onCall(cast, cast.clinician());
        var alert = alerted.alert(cast);
        handsOver(cast.clinician(), alert, co).statusCode(200);
        leaves(cast.clinician(), cast.client()).statusCode(200);
        read(cast.clinician(), alert).statusCode(404);
        assertThat(list(cast.clinician(), "")).isEmpty();
        for (var later = 61; later <= 361; later += 30) {
            alerted.work(cast, alerted.in(Duration.ofMinutes(later)));
        }
        read(cast.clinician(), alert).statusCode(200);
    }

    @Test
    void whatTheyHadAcknowledgedIsOpenAgainAndGoesOn() {
        var co = joins(cast.client());
        var alert = alerted.alert(cast);
        acknowledges(cast.clinician(), alert).statusCode(200);
        leaves(cast.clinician(), cast.client()).statusCode(200);
        String due = read(co, alert)
                .body("state", equalTo("open"), "acknowledgedAt", nullValue(), "acknowledgedBy", nullValue())
                .body("rung", equalTo("owner"), "history.what", contains("raised", "acknowledged", "reassigned"))
                .extract()
                .path("dueAt");
        assertThat(Instant.parse(due)).isBetween(alerted.in(Duration.ofMinutes(55)), alerted.in(Duration.ofHours(1)));
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        read(co, alert).body("history[3].what", equalTo("escalated")).body("history[3].told.memberId", hasSize(1));
        acknowledges(co, alert).statusCode(200).body("ownerId", equalTo(co.id().toString()));
        read(cast.clinician(), alert).statusCode(404);
    }

    @Test
    void whoIsGivenItAnewKeepsItAlthoughTheyLeft() {
        var co = joins(cast.client());
        var alert = alerted.alert(cast);
        leaves(cast.clinician(), cast.client()).statusCode(200);
        handsOver(co, alert, cast.clinician()).statusCode(200);
        read(cast.clinician(), alert).statusCode(200);
        at(alerted.in(Duration.ofDays(2)));
        read(cast.clinician(), alert).statusCode(200);
        resolves(cast.clinician(), alert).statusCode(200);
    }

    @Test
    void whosePlaceEndsByItsDateLeavesThemOnThatDay() {
        var co = joins(cast.client());
        var alert = alerted.alert(cast);
        var tomorrow =
                LocalDate.ofInstant(alerted.in(Duration.ZERO), ZoneOffset.UTC).plusDays(1);
        patch(cast.admin(), place(cast.clinician(), cast.client()), tomorrow).statusCode(200);
        var midnight = tomorrow.atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(practices.within(cast.practice(), () -> departures.nextAfter(alerted.in(Duration.ZERO))))
                .contains(midnight);
        at(midnight.minusSeconds(1));
        read(co, alert).body("history", hasSize(1));
        at(midnight);
        at(midnight);
        read(co, alert)
                .body("ownerId", equalTo(co.id().toString()), "history", hasSize(2))
                .body("history[1].reason", equalTo("owner-left-care-team"));
    }

    @Test
    void ofTwoWhoLeaveAtOnceNeitherIsLeftWithAny() throws Exception {
        for (var round = 0; round < 4; round++) {
            var client = people.clientOf(cast.clinician());
            var second = joins(client);
            var third = joins(client);
            for (var i = 0; i < 3; i++) {
                worlds.answer(client, worlds.task(cast.clinician(), client), Worlds.CRITICAL);
            }
            var places = List.of(place(cast.clinician(), client), place(second, client));
            var ends = places.stream()
                    .map(place -> CompletableFuture.supplyAsync(
                            () -> end(cast.admin(), place).extract().statusCode()))
                    .toList();
            for (var one : ends) {
                assertThat(one.get()).isEqualTo(200);
            }
            assertThat(list(third, "?owner=me")).hasSize(3);
        }
    }

    @Test
    void whatIsRaisedWhileSomebodyIsDisabledIsNotLeftWithThem() throws Exception {
        for (var round = 0; round < 4; round++) {
            var clinician = people.clinician(cast.practice());
            var calls = new ArrayList<CompletableFuture<?>>();
            for (var i = 0; i < 4; i++) {
                var client = people.clientOf(clinician);
                var task = worlds.task(clinician, client);
                calls.add(CompletableFuture.runAsync(() -> worlds.answer(client, task, Worlds.CRITICAL)));
            }
            calls.add(CompletableFuture.runAsync(() -> change(cast.admin(), clinician, "{\"disabled\": true}")));
            for (var call : calls) {
                call.get();
            }
            assertThat(rows("""
                    alert a join member m on m.id = a.owner_id where a.state <> 'resolved' and m.disabled_at is not null
                    """)).isZero();
        }
        assertThat(rows("alert where kind = 'answer'")).isEqualTo(16);
    }

    @Test
    void whatIsRaisedOrAcknowledgedWhileSomebodyLeavesIsNotLeftWithThem() throws Exception {
        for (var round = 0; round < 6; round++) {
            var clinician = people.clinician(cast.practice());
            var client = people.clientOf(clinician);
            var co = joins(client);
            var alert = raisedFor(client, clinician);
            handsOver(clinician, alert, co).statusCode(200);
            var place = place(clinician, client);
            var calls = new ArrayList<CompletableFuture<?>>();
            for (var i = 0; i < 3; i++) {
                var task = worlds.task(clinician, client);
                calls.add(CompletableFuture.runAsync(() -> worlds.answer(client, task, Worlds.CRITICAL)));
            }
            calls.add(CompletableFuture.runAsync(
                    () -> end(cast.admin(), place).extract().statusCode()));
            calls.add(CompletableFuture.runAsync(
                    () -> acknowledges(clinician, alert).extract().statusCode()));
            for (var call : calls) {
                call.get();
            }
            assertThat(list(co, "?owner=me")).hasSize(4);
            assertThat(list(clinician, "")).isEmpty();
        }
    }

    @Test
    void howManyTheyAreCostsNoMoreStatements() {
        alerted.alert(cast);
        people.run(cast.practice(), """
                insert into alert (practice_id, id, client_id, kind, severity, rule, about_id, occasion, state, raised_at, thread_id,
                                   owner_id, due_at, next_step_at, steps)
                select practice_id, x.id, client_id, kind, severity, rule, x.id, '', state, raised_at, x.id, owner_id, due_at,
                       next_step_at, 1
                from alert, lateral (select gen_random_uuid() as id from generate_series(1, 999) where alert.id is not null) x
                """);
        people.run(cast.practice(), """
                insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, owner_id)
                select practice_id, id, 1, 'raised', raised_at, 'system', practice_id, state, owner_id from alert
                on conflict do nothing
                """);
        var few = alerted.cast();
        alerted.alert(few);
        var one = during(() -> change(few.admin(), few.clinician(), "{\"disabled\": true}"));
        var asked = during(() -> change(cast.admin(), cast.clinician(), "{\"disabled\": true}"));
        assertThat(withoutNews(asked))
                .hasSizeLessThanOrEqualTo(withoutNews(one).size())
                .hasSizeLessThanOrEqualTo(20);
        assertThat(asked).as("news go in batches").hasSizeLessThanOrEqualTo(one.size() + 1000 / 5);
        // each of them: moved once, told of once, on the trail once
        assertThat(rows("alert where kind = 'answer' and state = 'open' and owner_id = '"
                        + cast.supervisor().id() + "'"))
                .isEqualTo(1000);
        for (var table : List.of(
                "alert_step where what = 'reassigned'",
                "outbox_event where kind = 'alert.reassigned'",
                "audit_entry where action = 'alert.reassigned'")) {
            assertThat(rows(table)).as(table).isEqualTo(1000);
        }
    }

    private static List<String> withoutNews(List<String> asked) {
        return asked.stream()
                .filter(sql -> !sql.startsWith("insert into outbox_event"))
                .filter(sql -> !sql.startsWith("insert into audit_entry"))
                .toList();
    }

    private String team() {
        return cast.admin()
                .asks()
                .get("/v1/clients/" + cast.client().id() + "/care-team")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Someone joins(Someone client) {
        var member = people.clinician(cast.practice());
        people.onTeam(client, AddToCareTeam.fromToday(member.id(), CareTeamRole.CO_CLINICIAN));
        return member;
    }

    private String raisedFor(Someone client) {
        return raisedFor(client, cast.clinician());
    }

    private String raisedFor(Someone client, Someone clinician) {
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        return list(clinician, "?limit=200").stream()
                .filter(alert -> response.equals(alert.get("aboutId")))
                .map(alert -> String.valueOf(alert.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private String resolved(String alert) {
        resolves(cast.clinician(), alert).statusCode(200);
        return alert;
    }

    private ValidatableResponse leaves(Someone who, Someone client) {
        return end(cast.admin(), place(who, client));
    }

    /** Where the newest place of a member on a care team is found that has not ended; else of their ended ones. */
    private String place(Someone who, Someone client) {
        var path = "/v1/clients/" + client.id() + "/care-team";
        List<String> ids = cast.admin()
                .asks()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.memberId == '" + who.id() + "' }.sort { it.current ? 0 : 1 }.id");
        return path + "/" + ids.get(0);
    }

    private ValidatableResponse end(Someone says, String place) {
        return patch(says, place, LocalDate.ofInstant(alerted.in(Duration.ZERO), ZoneOffset.UTC));
    }

    private static ValidatableResponse patch(Someone says, String place, LocalDate until) {
        return says.asks()
                .header("If-Match", "*")
                .body("{\"until\": \"" + until + "\"}")
                .patch(place)
                .then();
    }

    private static void change(Someone admin, Someone member, String patch) {
        admin.asks()
                .header("If-Match", "*")
                .body(patch)
                .patch("/v1/members/" + member.id())
                .then()
                .statusCode(200);
    }

    private void at(Instant now) {
        practices.<Boolean>within(cast.practice(), () -> departures.step(now));
    }

    private long rows(String from) {
        return people.count(cast.practice(), "select count(*) from " + from);
    }

    private static List<String> ids(List<java.util.Map<String, Object>> alerts) {
        return alerts.stream().map(alert -> String.valueOf(alert.get("id"))).toList();
    }
}

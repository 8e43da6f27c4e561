package dev.kith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.jobs.Ticking;
import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of a practice for trying: moved for it alone, moment by moment, and never for who may do what. */
@QuarkusTest
class SandboxClockTest {
    private static final Duration NEAR = Duration.ofMinutes(1);

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    Clock clock;

    @Inject
    @RealTime
    Clock real;

    @Inject
    Ticking ticking;

    @Inject
    Bells bells;

    Someone admin;
    UUID practice;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        practice = admin.practice();
    }

    @Test
    void itTellsRealTimeUntilItIsMoved() {
        var told = admin.asks().get("/v1/sandbox/clock").then().statusCode(200).body("offset", equalTo("PT0S"));
        told.body("movedAt", nullValue(), "stops", nullValue());
        assertThat(moment(told, "now")).isEqualTo(moment(told, "realTime"));
        admin.asks().get("/v1/practice").then().body("sandbox", equalTo(true));
        assertThat(clockOf(practice))
                .isBetween(real.instant().minus(NEAR), real.instant().plus(NEAR));
    }

    @Test
    void whatOpensInThreeDaysIsOpenInThreeDaysHereAndNowhereElse() {
        var here = taskInThreeDays(practice);
        var there = taskInThreeDays(people.sandbox().practice());
        move(admin, "{\"advance\": \"P3DT1M\"}").statusCode(200).body("arrived", equalTo(true));
        assertThat(stateOf(here)).isEqualTo("open");
        assertThat(stateOf(there)).isEqualTo("scheduled");
    }

    @Test
    void aYearAheadOneStaysSignedInAndInCareAndTheTrailTellsRealTime() {
        var clinician = people.clinician(practice);
        var client = people.clientOf(clinician);
        move(admin, "{\"advance\": \"P365D\"}").statusCode(200);
        client.asks().get("/v1/me").then().statusCode(200);
        clinician.asks().get("/v1/clients/" + client.id()).then().statusCode(200);
        clinician
                .asks()
                .get("/v1/clients")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(client.id().toString()));
        assertThat(people.count(practice, "select count(*) from audit_entry where at > now() + interval '1 minute'"))
                .isZero();
        assertThat(people.count(
                        practice,
                        "select count(*) from audit_entry where action = 'sandbox-clock.moved' and actor_id = ?",
                        admin.account()))
                .isEqualTo(1);
        assertThat(
                        people.count(
                                practice,
                                "select count(*) from outbox_event where kind = 'sandbox-clock.moved' and occurred_at < now() + interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void aWalkStopsWhereverSomethingIsDueInItsOrder() {
        var now = real.instant();
        var tower = bells.in(practice);
        var first = now.plus(Duration.ofHours(5));
        var second = now.plus(Duration.ofDays(2));
        var beyond = now.plus(Duration.ofDays(9));
        tower.hung.addAll(java.util.List.of(beyond, second, first));
        move(admin, "{\"at\": \"" + now.plus(Duration.ofDays(3)) + "\"}")
                .statusCode(200)
                .body("stops", equalTo(3));
        assertThat(tower.rang).hasSize(2);
        assertThat(tower.rang.get(0)).isBetween(first, first.plus(NEAR));
        assertThat(tower.rang.get(1)).isBetween(second, second.plus(NEAR));
        assertThat(tower.hung).containsExactly(beyond);
    }

    @Test
    void whatIsKnownOnlyOnTheWayIsStoppedAtToo() {
        var now = real.instant();
        var tower = bells.in(practice);
        tower.hung.add(now.plus(Duration.ofHours(1)));
        tower.onRing = () -> {
            tower.onRing = () -> {};
            tower.hung.add(now.plus(Duration.ofHours(2)));
        };
        move(admin, "{\"advance\": \"PT3H\"}").statusCode(200).body("stops", equalTo(3));
        assertThat(tower.rang).hasSize(2);
        assertThat(tower.rang.get(1)).isBefore(now.plus(Duration.ofHours(2)).plus(NEAR));
    }

    @Test
    void whenWorkFailsTheWalkEndsThereAndWhatWasDoneStays() {
        var now = real.instant();
        var tower = bells.in(practice);
        tower.hung.add(now.plus(Duration.ofHours(1)));
        tower.cracked = true;
        move(admin, "{\"advance\": \"P2D\"}").statusCode(500);
        assertThat(clockOf(practice)).isBetween(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)));
        tower.cracked = false;
        move(admin, "{\"at\": \"" + now.plus(Duration.ofDays(2)) + "\"}").statusCode(200);
        assertThat(tower.rang).hasSize(1);
    }

    @Test
    void whileItIsMovedNobodyElseMovesIt() {
        var tower = bells.in(practice);
        tower.hung.add(real.instant().plus(Duration.ofHours(1)));
        tower.onRing = () -> {
            move(admin, "{\"advance\": \"P1D\"}").statusCode(409).body("errors[0].code", equalTo("already-moving"));
            admin.asks().delete("/v1/sandbox/clock").then().statusCode(409);
        };
        move(admin, "{\"advance\": \"PT2H\"}").statusCode(200);
        assertThat(tower.rang).hasSize(1);
        move(admin, "{\"advance\": \"PT2H\"}").statusCode(200);
    }

    @Test
    void aWalkThatWasKilledIsForgottenAfterAMinute() {
        move(admin, "{\"advance\": \"PT2H\"}").statusCode(200);
        var held = "update sandbox_clock set walk_id = gen_random_uuid(), walk_seen_at = now() - interval '%d seconds'";
        people.run(practice, held.formatted(50));
        move(admin, "{\"advance\": \"PT2H\"}").statusCode(409);
        people.run(practice, held.formatted(61));
        move(admin, "{\"advance\": \"PT2H\"}").statusCode(200);
    }

    @Test
    void resetItTellsRealTimeAgainAndCanBeMovedAnew() {
        move(admin, "{\"advance\": \"P30D\"}").statusCode(200);
        admin.asks().delete("/v1/sandbox/clock").then().statusCode(204);
        admin.asks().delete("/v1/sandbox/clock").then().statusCode(204);
        assertThat(clockOf(practice)).isBefore(real.instant().plus(NEAR));
        move(admin, "{\"advance\": \"PT1H\"}").statusCode(200);
    }

    @Test
    void itOnlyGoesForward() {
        move(admin, "{\"advance\": \"P30D\"}").statusCode(200);
        var at = "{\"at\": \"" + real.instant().plus(Duration.ofDays(29)) + "\"}";
        move(admin, at).statusCode(409).body("errors[0].code", equalTo("clock-runs-forward"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422",
                "{\"at\": \"2027-01-01T00:00:00Z\", \"advance\": \"P1D\"} | 422",
                "{\"advance\": \"P401D\"} | 422",
                "{\"advance\": \"PT0S\"} | 422",
                "{\"advance\": \"-P1D\"} | 422",
                "{\"advance\": \"P-1D\"} | 422",
                "{\"advance\": \"P99999999Y\"} | 422",
                "{\"advance\": \"a day or so\"} | 422",
                "{\"advance\": \"\"} | 422",
                "{\"at\": \"+999999999-12-31T23:59:59Z\"} | 400",
                "{\"at\": \"9999-12-31T23:59:59Z\"} | 422",
                "{\"at\": \"tomorrow\"} | 400",
                "{\"at\": 5} | 400",
                "{\"offset\": \"P1D\"} | 400",
                "[] | 400"
            })
    void whatIsNoMoveIsRefusedAndNothingMoves(String body, int status) {
        move(admin, body).statusCode(status);
        assertThat(people.count(practice, "select count(*) from sandbox_clock")).isZero();
    }

    @Test
    void fiveYearsAheadIsTheEnd() {
        for (var year = 1; year <= 4; year++) {
            move(admin, "{\"advance\": \"P400D\"}").statusCode(200);
        }
        move(admin, "{\"advance\": \"P227D\"}").statusCode(422).body("errors[0].code", equalTo("too-far"));
        move(admin, "{\"advance\": \"P225D\"}").statusCode(200);
    }

    @Test
    void aPracticeInUseHasNone() {
        var inUse = people.practice();
        inUse.asks().get("/v1/practice").then().body("sandbox", equalTo(false));
        inUse.asks().get("/v1/sandbox/clock").then().statusCode(409);
        move(inUse, "{\"advance\": \"P1D\"}").statusCode(409).body("errors[0].code", equalTo("not-a-sandbox"));
        inUse.asks().delete("/v1/sandbox/clock").then().statusCode(409);
        assertThat(failure(() -> people.run(inUse.practice(), """
                insert into sandbox_clock (practice_id, offset_ms, moved_at, moved_by)
                values (kith_practice(), 5, now(), kith_practice())"""))).contains("sandbox_clock_is_of_a_sandbox");
        assertThat(failure(() -> people.run(inUse.practice(), "update practice set sandbox = true")))
                .contains("a sandbox from its founding or never");
    }

    @Test
    void whoWorksThereMovesItClientsOnlyReadIt() {
        move(people.clinician(practice), "{\"advance\": \"PT1M\"}").statusCode(200);
        move(people.supervisor(practice), "{\"advance\": \"PT1M\"}").statusCode(200);
        move(people.integration(practice, "sandbox:write"), "{\"advance\": \"PT1M\"}")
                .statusCode(200);
        move(people.integration(practice, "clients:write"), "{\"advance\": \"PT1M\"}")
                .statusCode(403);
        var client = people.client(practice);
        move(client, "{\"advance\": \"PT1M\"}").statusCode(403);
        String offset = client.asks()
                .get("/v1/sandbox/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("offset");
        assertThat(Duration.parse(offset)).isBetween(Duration.ofSeconds(170), Duration.ofSeconds(190));
    }

    @Test
    void whatAnotherReplicaMovedIsSeenOnceItIsHeardOfAndAskedForOnce() {
        move(admin, "{\"advance\": \"PT1H\"}").statusCode(200);
        clockOf(practice);
        people.run(practice, "update sandbox_clock set offset_ms = 86400000");
        people.count(practice, "select 1 from (select pg_notify('kith_news', ?)) told", "clock " + practice);
        var end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (clockOf(practice).isBefore(real.instant().plus(Duration.ofHours(23)))) {
            assertThat(System.nanoTime()).as("heard within two seconds").isLessThan(end);
        }
        var asked = Statements.during(() -> clockOf(practice));
        assertThat(asked).noneMatch(sql -> sql.contains("kith_moved_clocks"));
    }

    @Test
    void theDueWorkOfOnePracticeThatFailsKeepsNoOtherFromItsOwn() throws SQLException {
        var other = people.practice().practice();
        bells.in(practice).cracked = true;
        for (var one : new UUID[] {practice, other}) {
            bells.in(one).hung.add(real.instant().minusSeconds(1));
        }
        ticking.everywhere();
        assertThat(bells.in(practice).rang).isEmpty();
        assertThat(bells.in(other).rang).hasSize(1);
        bells.in(practice).cracked = false;
    }

    private String[] taskInThreeDays(UUID where) {
        var clinician = people.clinician(where);
        var client = people.clientOf(clinician);
        var start = real.instant().plus(Duration.ofDays(3)).toString().substring(0, 16);
        String assignment = clinician
                .asks()
                .body("""
                    {"questionnaire": "phq-9", "schedule": {"start": "%s", "timeZone": "UTC", "opensFor": "P7D"}}
                    """.formatted(start))
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(stateOf(new String[] {clinician.token(), assignment})).isEqualTo("scheduled");
        return new String[] {clinician.token(), assignment};
    }

    private static String stateOf(String[] work) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(work[0])
                .get("/v1/assignments/" + work[1] + "/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].state");
    }

    private Instant clockOf(UUID where) {
        return practices.within(where, clock::instant);
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    private static Instant moment(ValidatableResponse told, String name) {
        return Instant.parse(told.extract().path(name));
    }

    private static ValidatableResponse move(Someone who, String body) {
        return who.asks().body(body).put("/v1/sandbox/clock").then();
    }
}

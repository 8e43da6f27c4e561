package dev.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CareTeamTest {
    @Inject
    People people;

    @Inject
    Clock clock;

    Someone admin;
    Someone clinician;
    Someone client;
    Someone colleague;
    LocalDate today;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        colleague = people.clinician(admin.practice());
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void aColleagueSeesTheClientFromTheFirstDayUntilTheLast() {
        seesNothing(colleague);
        var place = add(clinician, colleague, "cover", today.minusDays(3), today)
                .statusCode(201)
                .body("current", equalTo(false))
                .extract()
                .header("Location");
        seesNothing(colleague); // until is the first day that they are no longer on it
        admin.asks()
                .get(place)
                .then()
                .statusCode(200)
                .body("from", equalTo(today.minusDays(3).toString()));
        add(clinician, colleague, "cover", today.plusDays(1), null)
                .statusCode(201)
                .body("current", equalTo(false));
        seesNothing(colleague);
        add(clinician, colleague, "co-clinician", today, today.plusDays(1))
                .statusCode(201)
                .body("current", equalTo(true));
        sees(colleague);
    }

    @Test
    void endingItTodayEndsItNow() {
        String id = add(clinician, colleague, "cover", null, null)
                .statusCode(201)
                .extract()
                .path("id");
        sees(colleague);
        patch(clinician, id, "\"0\"", "{\"until\": \"" + today + "\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("current", equalTo(false));
        seesNothing(colleague);
        patch(clinician, id, "\"1\"", "{\"until\": null}").statusCode(409);
        add(clinician, colleague, "cover", null, null).statusCode(201);
        client.asks()
                .get("/v1/clients/" + client.id() + "/care-team")
                .then()
                .statusCode(200)
                .body("items.current", contains(true, false, true));
    }

    @Test
    void aChangeNamesItsVersionAndLeavesThePastAlone() {
        String id = add(clinician, colleague, "cover", today.minusDays(9), null)
                .extract()
                .path("id");
        patch(clinician, id, "\"7\"", "{\"until\": null}").statusCode(412);
        clinician.asks().body("{}").patch(path(id)).then().statusCode(428);
        patch(clinician, id, "\"0\"", "{\"until\": \"" + today.minusDays(1) + "\"}")
                .statusCode(422);
        patch(clinician, id, "\"0\"", "{\"role\": \"primary\"}").statusCode(409);
        patch(clinician, id, "\"0\"", "{\"role\": null}").statusCode(422);
        patch(clinician, Ids.next().toString(), "\"0\"", "{}").statusCode(404);
        String fresh = add(clinician, people.supervisor(admin.practice()), "cover", null, null)
                .extract()
                .path("id");
        patch(clinician, fresh, "\"0\"", "{\"role\": \"supervisor\"}")
                .statusCode(200)
                .body("role", equalTo("supervisor"));
    }

    @Test
    void nobodyHoldsARoleTwiceOnOneDay() throws Exception {
        add(clinician, colleague, "cover", today, null).statusCode(201);
        add(clinician, colleague, "cover", today.plusDays(5), today.plusDays(9)).statusCode(409);
        add(clinician, colleague, "cover", today.minusDays(5), today).statusCode(201);
        add(clinician, colleague, "co-clinician", today, null).statusCode(201);
        var other = people.clinician(admin.practice());
        var statuses = AtOnce.times(
                8, () -> add(clinician, other, "cover", null, null).extract().statusCode());
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void whatBreaksARuleIsPointedAt() {
        add(clinician, colleague, "cover", today, today.minusDays(1))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        add(clinician, colleague, "boss", null, null).statusCode(400);
        add(clinician, admin, "cover", null, null).statusCode(422).body("errors[0].pointer", equalTo("/memberId"));
        add(clinician, people.clinician(people.practice().practice()), "cover", null, null)
                .statusCode(422);
    }

    @Test
    void whoLeadsTheCareChangesTheTeam() {
        add(clinician, colleague, "co-clinician", null, null).statusCode(201);
        var third = people.clinician(admin.practice());
        add(colleague, third, "cover", null, null).statusCode(403);
        add(third, third, "cover", null, null).statusCode(404);
        add(client, third, "cover", null, null).statusCode(403);
        add(people.practice(), third, "cover", null, null).statusCode(404);
        add(admin, third, "cover", null, null).statusCode(201);
        add(people.integration(admin.practice(), "clients:write"), third, "co-clinician", null, null)
                .statusCode(201);
        add(people.integration(admin.practice(), "clients:read"), third, "primary", null, null)
                .statusCode(403);
    }

    @Test
    void aSupervisorSeesWhatTheirSuperviseesSee() {
        var supervisor = people.supervisor(admin.practice());
        var supervisee = people.clinicianSupervisedBy(supervisor);
        seesNothing(supervisor);
        add(admin, supervisee, "primary", today, null).statusCode(201);
        sees(supervisor);
        add(supervisor, supervisor, "supervisor", null, null).statusCode(201);
    }

    @Test
    void whoIsNoSupervisorAnyMoreSeesNothingThroughOthers() {
        var supervisor = people.supervisor(admin.practice());
        add(admin, people.clinicianSupervisedBy(supervisor), "cover", today, null)
                .statusCode(201);
        sees(supervisor);
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"roles\": [\"clinician\"]}")
                .patch("/v1/members/" + supervisor.id())
                .then()
                .statusCode(200);
        seesNothing(supervisor);
    }

    @Test
    void theDayIsThePracticesDay() {
        var kiribati = people.practice("Pacific/Kiritimati"); // 14 hours ahead of UTC
        var there = people.clinician(kiribati.practice());
        var theirs = people.client(kiribati.practice());
        var dayThere = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        people.onTeam(theirs, new AddToCareTeam(there.id(), CareTeamRole.COVER, dayThere, dayThere.plusDays(1)));
        there.asks().get("/v1/clients/" + theirs.id()).then().statusCode(200);
        kiribati.asks()
                .header("If-Match", "\"0\"")
                .body("{\"timeZone\": \"Etc/GMT+12\"}")
                .patch("/v1/practice")
                .then()
                .statusCode(200);
        there.asks().get("/v1/clients/" + theirs.id()).then().statusCode(404); // 26 hours back: not yet their day
    }

    private void sees(Someone member) {
        member.asks().get("/v1/clients/" + client.id()).then().statusCode(200);
        member.asks()
                .get("/v1/clients")
                .then()
                .body("items.id", contains(client.id().toString()));
    }

    private void seesNothing(Someone member) {
        member.asks().get("/v1/clients/" + client.id()).then().statusCode(404);
        member.asks().get("/v1/clients").then().body("items.size()", equalTo(0));
    }

    private ValidatableResponse add(
            Someone who, Someone member, String role, @Nullable LocalDate from, @Nullable LocalDate until) {
        return who.asks()
                .body("{\"memberId\": \"%s\", \"role\": \"%s\", \"from\": %s, \"until\": %s}"
                        .formatted(member.id(), role, quoted(from), quoted(until)))
                .post("/v1/clients/" + client.id() + "/care-team")
                .then();
    }

    private ValidatableResponse patch(Someone who, String id, String version, String body) {
        return who.asks().header("If-Match", version).body(body).patch(path(id)).then();
    }

    private String path(String id) {
        return "/v1/clients/" + client.id() + "/care-team/" + id;
    }

    private static String quoted(@Nullable LocalDate date) {
        return date == null ? "null" : "\"" + date + "\"";
    }
}

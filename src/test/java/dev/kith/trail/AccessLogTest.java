package dev.kith.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Phq9;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client sees who was in their record. */
@QuarkusTest
class AccessLogTest {
    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.client(admin.practice());
        people.onTeam(client, AddToCareTeam.fromToday(clinician.id(), CareTeamRole.PRIMARY));
    }

    @Test
    void whoReadIsToldWithWhatAndByWhom() {
        looks(clinician);
        seen("").body("items[0].action", equalTo("progress.read"))
                .body("items[0].text", equalTo("Looked at how scores went."))
                .body("items[0].by.kind", equalTo("member"))
                .body("items[0].by.name", equalTo("Kim Clinician"))
                .body("items[0].by.roles", equalTo(List.of("clinician")))
                .body("items[0].reason", nullValue());
    }

    @Test
    void itIsSaidInTheReadersLanguage() {
        looks(clinician);
        client.asks()
                .header("Accept-Language", "de-AT")
                .get("/v1/me/access-log")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("de"))
                .body("items[0].text", equalTo("Angesehen, wie sich die Werte entwickelt haben."))
                .body("items[-1].by.name", equalTo("Die Software der Praxis"));
    }

    @Test
    void softwareIsNamedToo() {
        looks(people.integration(admin.practice(), "progress:read"));
        seen("").body("items[0].by.kind", equalTo("integration"))
                .body("items[0].by.name", equalTo("Practice software"))
                .body("items[0].by.roles", hasSize(0))
                .body("items[-1].action", equalTo("client.created"))
                .body("items[-1].by.kind", equalTo("system"))
                .body("items[-1].by.name", equalTo("The practice's own software"));
    }

    @Test
    void whoBreaksTheGlassIsToldWithTheirReason() {
        var stranger = people.clinician(admin.practice());
        stranger.asks()
                .body("{\"reason\": \"On call tonight: the client phones the crisis line\", \"minutes\": 30}")
                .post("/v1/clients/" + client.id() + "/break-glass")
                .then()
                .statusCode(201);
        looks(stranger);
        seen("").body("items[0].action", equalTo("progress.read"))
                .body("items[1].action", equalTo("glass.broken"))
                .body("items[1].reason", equalTo("On call tonight: the client phones the crisis line"))
                .body("items[1].by.name", equalTo("Kim Clinician"));
    }

    @Test
    void reasonsThatStaffKeepAmongThemselvesAreNotTold() {
        noted("member", clinician, "enrollment.paused", "done", "Too much risk this week");
        seen("").body("items[0].action", equalTo("enrollment.paused")).body("items[0].reason", nullValue());
    }

    @Test
    void whatTheClientDidIsThereOnlyWhenAsked() {
        client.asks().get("/v1/me").then().statusCode(200);
        noted("client", client, "task.skipped", "done", null);
        assertThat(actions("")).doesNotContain("task.skipped");
        seen("?own=true")
                .body("items[0].action", equalTo("task.skipped"))
                .body("items[0].by.kind", equalTo("client"))
                .body("items[0].by.name", equalTo("Cleo Client"));
    }

    @Test
    void whatWasRefusedAndWhatTheServerConcludesIsNoAccess() {
        var before = actions("?own=true");
        var stranger = people.clinician(admin.practice());
        stranger.asks().get("/v1/clients/" + client.id() + "/progress").then().statusCode(404);
        noted("member", stranger, "progress.read", "denied", "not-found");
        noted("member", clinician, "alert.raised", "done", null);
        noted("client", client, "enrollment.held", "done", null);
        assertThat(actions("?own=true")).isEqualTo(before);
    }

    @Test
    void whoSawThemOnACaseloadIsTold() {
        var beyond = people.clientOf(people.clinician(admin.practice()));
        clinician.asks().get("/v1/caseload").then().statusCode(200).body("items", hasSize(1));
        seen("").body("items[0].action", equalTo("caseload.read"))
                .body(
                        "items[0].text",
                        equalTo("Looked at a caseload on which the client stands, with the latest scores."))
                .body("items[0].by.name", equalTo("Kim Clinician"))
                .body("items[0].times", equalTo(1));
        log(beyond, "").body("items.action", not(hasItem("caseload.read")));
    }

    @Test
    void whoSawAnAlertOfTheirsInTheListIsTold() {
        var calm = people.clientOf(clinician);
        Phq9.givenOn(clinician, client, Phq9.answers(3, 2), "2026-01-05T09:00:00Z");
        Phq9.givenOn(clinician, calm, Phq9.answers(3, 0), "2026-01-05T09:00:00Z");
        clinician.asks().get("/v1/alerts?client=" + calm.id()).then().body("items", hasSize(0));
        assertThat(actions("")).doesNotContain("alerts.listed");
        clinician.asks().get("/v1/alerts").then().statusCode(200).body("items", hasSize(1));
        seen("").body("items[0].action", equalTo("alerts.listed"))
                .body(
                        "items[0].text",
                        equalTo(
                                "Looked at the list of notes to the care team, with one that came from an answer or a score of the client."));
        log(calm, "").body("items.action", not(hasItem("alerts.listed")));
    }

    @Test
    void ofListsEachReadersLastLookOfADayStandsForThoseBeforeIt() {
        var other = people.clinician(admin.practice());
        people.onTeam(client, AddToCareTeam.fromToday(other.id(), CareTeamRole.COVER));
        looked("2026-03-01T22:30:00Z"); // where the client lives, each pair is on one day
        looked("2026-03-01T23:30:00Z");
        looked("2026-03-02T22:30:00Z");
        for (var who : List.of(clinician, clinician, other, clinician)) {
            who.asks().get("/v1/caseload").then().statusCode(200);
        }
        looks(clinician);
        looks(clinician);
        var log = seen("");
        log.body(
                        "items[0..3].action",
                        equalTo(List.of("progress.read", "progress.read", "caseload.read", "caseload.read")))
                .body("items[0..3].times", equalTo(List.of(1, 1, 3, 1)));
        assertThat(log.extract().<List<String>>path("items.findAll { it.at < '2026-04' }.at"))
                .containsExactly("2026-03-02T22:30:00Z", "2026-03-01T22:30:00Z");
        assertThat(log.extract().<List<Integer>>path("items.findAll { it.at < '2026-04' }.times"))
                .containsExactly(2, 1);
        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = seen("?limit=2" + next).extract();
            paged.addAll(page.<List<String>>path("items.id"));
            next = page.path("next") == null ? null : "&after=" + page.<String>path("next");
        } while (next != null);
        assertThat(paged).isEqualTo(log.extract().<List<String>>path("items.id"));
    }

    private void looked(String at) {
        people.run(admin.practice(), """
                insert into audit_entry (practice_id, id, at, actor_kind, actor_id, action, subject_kind, client_id, outcome)
                values (kith_practice(), ?, ?::timestamptz, 'member', ?, 'caseload.read', 'client', ?, 'done')
                """, Ids.next(), at, clinician.account(), client.id());
    }

    @Test
    void whatHasNoWordsYetIsStillTold() {
        noted("member", clinician, "weather.felt", "done", null);
        seen("").body("items[0].action", equalTo("weather.felt")).body("items[0].text", equalTo("Used the record."));
    }

    @Test
    void nobodySeesAnothers() {
        var other = people.clientOf(clinician);
        var elsewhere = people.clientOf(people.clinician(people.practice().practice()));
        var before = log(other, "").extract().<List<Object>>path("items");
        looks(clinician);
        assertThat(log(other, "").extract().<List<Object>>path("items")).isEqualTo(before);
        log(elsewhere, "").body("items.action", equalTo(List.of("care-team.changed", "client.created")));
        clinician.asks().get("/v1/me/access-log").then().statusCode(403);
        admin.asks().get("/v1/me/access-log").then().statusCode(403);
        people.integration(admin.practice(), "clients:read")
                .asks()
                .get("/v1/me/access-log")
                .then()
                .statusCode(403);
    }

    @Test
    void pagesHoldEachLineOnceWhoeverReadsMeanwhile() throws Exception {
        for (var time = 0; time < 7; time++) {
            looks(clinician);
        }
        var ids = new ArrayList<String>(seen("?limit=200").extract().<List<String>>path("items.id"));
        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = seen("?limit=3" + next).extract();
            paged.addAll(page.<List<String>>path("items.id"));
            next = page.path("next") == null ? null : "&after=" + page.<String>path("next");
            AtOnce.times(4, () -> {
                looks(clinician);
                return true;
            });
        } while (next != null);
        assertThat(paged).isEqualTo(ids);
        client.asks().get("/v1/me/access-log?after=nonsense").then().statusCode(400);
    }

    private void looks(Someone who) {
        who.asks().get("/v1/clients/" + client.id() + "/progress").then().statusCode(200);
    }

    private void noted(String kind, Someone who, String action, String outcome, @Nullable String reason) {
        people.run(admin.practice(), """
                insert into audit_entry (practice_id, id, at, actor_kind, actor_id, action, subject_kind, client_id, outcome, reason)
                values (kith_practice(), ?, now(), ?, ?, ?, 'client', ?, ?, ?)
                """, Ids.next(), kind, who.account(), action, client.id(), outcome, reason);
    }

    private List<String> actions(String query) {
        return seen(query).extract().path("items.action");
    }

    private ValidatableResponse seen(String query) {
        return log(client, query);
    }

    private static ValidatableResponse log(Someone who, String query) {
        return who.asks().get("/v1/me/access-log" + query).then().statusCode(200);
    }
}

package dev.kith.caseload;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who of a caseload needs somebody first, and why. */
@QuarkusTest
class CaseloadTest {
    @Inject
    People people;

    Someone admin;
    Someone supervisor;
    Someone clinician;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        supervisor = people.supervisor(admin.practice());
        clinician = people.clinicianSupervisedBy(supervisor);
    }

    @Test
    void theMostPressingComesFirstAndEachSaysWhy() {
        var calm = people.clientOf(clinician);
        var unread = writing();
        var amber = withALostGain();
        var stopped = stopping();
        var worse = gettingWorse();
        var seen = critical();
        clinician
                .asks()
                .post("/v1/alerts/" + alertOf(seen) + "/acknowledgement")
                .then()
                .statusCode(200);
        var open = critical();
        var asked = caseload("");
        asked.body("items.clientId", contains(ids(open, seen, worse, stopped, amber, unread, calm)))
                .body("items.attention.rank", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "items.collect { it.attention.reasons[0].code }",
                        contains(
                                "critical-alert-open",
                                "critical-alert-acknowledged",
                                "red-signal",
                                "alert-open",
                                "amber-signal",
                                "unread-feedback",
                                "time-since-contact"))
                .body("order.code", equalTo(asked.extract().path("items.collect { it.attention.reasons[0].code }")))
                .body("order.rank", contains(1, 2, 3, 4, 5, 6, 7));
        asked.body("items[0].attention.reasons.code", contains("critical-alert-open", "red-signal"))
                .body("items[0].alerts.count", equalTo(1))
                .body("items[0].alerts.bySeverity.critical", equalTo(1))
                .body("items[2].attention.reasons[0].since", equalTo("2026-02-05T09:00:00Z"))
                .body(
                        "items[2].attention.reasons[0].text",
                        equalTo(
                                "Reliably worse than at the start (Patient Health Questionnaire (PHQ-9)), since 5 February 2026."))
                .body("items[3].attention.reasons.code", contains("alert-open", "amber-signal"))
                .body("items[4].signals.rule", contains("lost-gain"))
                .body("items[5].unreadFeedback", equalTo(1))
                .body("items[6].attention.reasons", hasSize(1))
                .body("items[6].attention.reasons[0].text", containsString("The last contact was on"));
    }

    @Test
    void ofOneRankWhoWaitedLongestComesFirst() {
        var later = gettingWorse("2026-03-05T09:00:00Z");
        var earlier = gettingWorse("2026-02-05T09:00:00Z");
        var untouched = people.clientOf(clinician);
        var met = people.clientOf(clinician);
        appointment(met, "ehr|1", java.time.Instant.now().minusSeconds(1).toString());
        caseload("").body("items.clientId", contains(ids(earlier, later, untouched, met)));
    }

    @Test
    void ofOtherAlertsTheOneThatIsDueFirstComesFirst() {
        var raisedFirst = stopping();
        var dueFirst = stopping();
        var calm = people.clientOf(clinician);
        caseload("").body("items.clientId", contains(ids(raisedFirst, dueFirst, calm)));
        people.run(
                admin.practice(),
                "update alert set due_at = due_at - interval '2 days' where practice_id = kith_practice() and client_id = ?",
                dueFirst.id());
        var due = clinician
                .asks()
                .get("/v1/alerts/" + alertOf(dueFirst))
                .then()
                .extract()
                .<String>path("dueAt");
        caseload("")
                .body("items.clientId", contains(ids(dueFirst, raisedFirst, calm)))
                .body("items[0].alerts.oldestDueAt", equalTo(due), "items[2].alerts.oldestDueAt", nullValue());
        String next = caseload("?limit=1")
                .body("items.clientId", contains(ids(dueFirst)))
                .extract()
                .path("next");
        caseload("?limit=1&after=" + next).body("items.clientId", contains(ids(raisedFirst)));
    }

    @Test
    void aRowTellsScoresWithTheirChangeAndWorkAndWhatIsNext() {
        var client = people.clientOf(clinician);
        givenOn(clinician, client, answers(16), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(12), "2026-01-12T09:00:00Z");
        var latest = givenOn(clinician, client, answers(8), "2026-02-05T09:00:00Z");
        caseload("")
                .body("items[0].scores[0].questionnaire", equalTo("phq-9"))
                .body("items[0].scores[0].scale", equalTo("total"))
                .body("items[0].scores[0].value", equalTo(8))
                .body("items[0].scores[0].band.code", equalTo("mild"))
                .body("items[0].scores[0].responseId", equalTo(latest.toString()))
                .body("items[0].scores[0].change.value", equalTo(-8))
                .body("items[0].scores[0].change.baselineAt", equalTo("2026-01-05T09:00:00Z"))
                .body("items[0].scores[0].change.class", equalTo("reliable-improvement"))
                .body("items[0].scores[0].change.clinical", equalTo("recovered"))
                .body("items[0].lastActivityAt", equalTo("2026-02-05T09:00:00Z"))
                .body("items[0].adherence.due", nullValue())
                .body("items[0].adherence.completed", nullValue())
                .body("items[0].nextAppointmentAt", nullValue())
                .body("items[0].enrollments", empty());
        appointment(client, "ehr|2", "2027-03-20T09:00:00Z");
        clinician
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + client.id() + "/enrollments")
                .then()
                .statusCode(201);
        caseload("")
                .body("items[0].nextAppointmentAt", equalTo("2027-03-20T09:00:00Z"))
                .body("items[0].enrollments[0].program", equalTo("somatic-first-steps"))
                .body("items[0].enrollments[0].state", equalTo("active"))
                .body("items[0].enrollments[0].week", equalTo(0));
    }

    @Test
    void adherenceIsOfTheLastFourWeeksAndNullWhenNothingWasDue() {
        var client = people.clientOf(clinician);
        var assignment = Work.assigned(clinician, client, """
            {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=3", "opensFor": "P1D", "dueAfter": "PT12H"}}
            """);
        Sandbox.moveTo(admin, "2027-03-01T10:00:00Z");
        caseload("").body("items[0].adherence.due", nullValue());
        var task = Work.tasks(clinician, assignment).stream()
                .filter(one -> "open".equals(one.get("state")))
                .findFirst()
                .orElseThrow();
        client.asks()
                .body(Worlds.CALM)
                .put("/v1/tasks/" + task.get("id") + "/response")
                .then()
                .statusCode(201);
        Sandbox.moveTo(admin, "2027-03-04T12:00:00Z");
        caseload("").body("items[0].adherence.due", equalTo(3)).body("items[0].adherence.completed", equalTo(1));
        Sandbox.moveTo(admin, "2027-04-10T12:00:00Z");
        caseload("").body("items[0].adherence.due", nullValue());
    }

    @Test
    void whatWasAnsweredAMomentAgoCounts() {
        var client = people.clientOf(clinician);
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        caseload("").body("items[0].attention.rank", equalTo(7));
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        caseload("").body("items[0].attention.rank", equalTo(3));
        givenOn(clinician, client, answers(12), "2026-03-05T09:00:00Z");
        // the signal is over; the alert that it raised waits until somebody resolves it
        caseload("").body("items[0].attention.rank", equalTo(4)).body("items[0].signals", empty());
    }

    @Test
    void filtersNarrowTheList() {
        var calm = named("Anna Ask_100%");
        var worse = gettingWorse();
        var alarmed = critical();
        var enrolled = people.clientOf(clinician);
        clinician
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + enrolled.id() + "/enrollments")
                .then()
                .statusCode(201);
        caseload("?signal=reliable-deterioration").body("items.clientId", contains(ids(worse)));
        caseload("?alert=open").body("items.clientId", contains(ids(alarmed, worse)));
        caseload("?program=somatic-first-steps").body("items.clientId", contains(ids(enrolled)));
        caseload("?questionnaire=phq-9&sort=name").body("items", hasSize(2));
        caseload("?questionnaire=gad-7").body("items", empty());
        caseload("?q=ask_100%25").body("items.clientId", contains(calm));
        caseload("?q=a%25k").body("items", empty());
        caseload("?signal=reliable-deterioration&alert=open").body("items.clientId", contains(ids(worse)));
        caseload("?signal=lost-gain&alert=open").body("items", empty());
    }

    @Test
    void itIsSortedByNameAndByActivityToo() {
        var b = named("bea");
        var a = named("Ann");
        var c = named("Cleo");
        caseload("?sort=name").body("items.clientId", contains(a, b, c));
        var did = gettingWorse();
        var before = withALostGain("2025");
        caseload("?sort=last-activity&limit=2").body("items.clientId", contains(ids(did, before)));
    }

    @ParameterizedTest
    @CsvSource({"attention", "name", "last-activity"})
    void pagesFollowEachOtherWhateverIsAddedMeanwhile(String sort) {
        var all = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            all.add(named("Client " + i));
        }
        all.add(gettingWorse().id().toString());
        var seen = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = caseload("?limit=2&sort=" + sort + next);
            seen.addAll(page.extract().path("items.clientId"));
            String cursor = page.extract().path("next");
            next = cursor == null ? null : "&after=" + cursor;
            critical(); // comes before all that was seen
        }
        assertThat(seen).containsAll(all);
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void eachSeesTheirOwnCaseloadAndNobodyOthers() {
        var client = people.clientOf(clinician);
        var other = people.clinician(admin.practice());
        caseload(other, "").body("items", empty());
        people.onTeam(client, AddToCareTeam.fromToday(other.id(), CareTeamRole.COVER));
        caseload(other, "").body("items.clientId", contains(ids(client)));
        caseload(supervisor, "").body("items.clientId", contains(ids(client)));
        caseload(people.supervisor(admin.practice()), "").body("items", empty());
        caseload(people.clinician(people.practice().practice()), "").body("items", empty());
        people.client(admin.practice());
        caseload(people.integration(admin.practice(), "caseload:read"), "").body("items", hasSize(2));
        for (var refused : List.of(admin, client, people.integration(admin.practice(), "progress:read"))) {
            refused.asks().get("/v1/caseload").then().statusCode(403);
        }
        people.run(admin.practice(), "update client set archived_at = now() where id = ?", client.id());
        caseload("").body("items", empty());
    }

    @Test
    void alertsAboutAccessAreTheAdmins() {
        var client = people.clientOf(clinician);
        people.clinician(admin.practice())
                .asks()
                .body("{\"reason\": \"The client called and nobody else is here.\"}")
                .post("/v1/clients/" + client.id() + "/break-glass")
                .then()
                .statusCode(201);
        caseload("").body("items[0].attention.rank", equalTo(7)).body("items[0].alerts.count", equalTo(0));
        caseload("?alert=open").body("items", empty());
    }

    @Test
    void itIsSaidInTheReadersLanguage() {
        gettingWorse();
        clinician
                .asks()
                .header("Accept-Language", "de")
                .get("/v1/caseload")
                .then()
                .header("Content-Language", "de")
                .body("items[0].attention.reasons[0].text", containsString("Reliabel schlechter als zu Beginn"))
                .body("order[0].text", equalTo("Ein kritischer Alarm, den niemand bestätigt hat."));
    }

    @ParameterizedTest
    @CsvSource({"?sort=best", "?signal=mood", "?alert=closed", "?after=nothing"})
    void whatMakesNoSenseIsRefused(String asked) {
        clinician.asks().get("/v1/caseload" + asked).then().statusCode(400);
        clinician.asks().get("/v1/caseload?limit=0").then().statusCode(422);
    }

    @Test
    void theTrailTellsOfEachClientOnThePageWhoReadIt() {
        var shown = List.of(people.clientOf(clinician), people.clientOf(clinician));
        var beyond = people.clientOf(clinician);
        var asked = Statements.during(() ->
                caseload("?limit=2").body("items.clientId", contains(ids(shown.get(0), shown.get(1)))));
        assertThat(asked)
                .filteredOn(sql -> sql.contains("insert into audit_entry"))
                .hasSize(1);
        for (var client : List.of(shown.get(0), shown.get(1), beyond)) {
            assertThat(people.count(admin.practice(), """
                            select count(*) from audit_entry
                            where action = 'caseload.read' and actor_id = ? and client_id = ? and subject_id = client_id
                              and session_id is not null and outcome = 'done' and address is not null and request_id is not null
                            """, clinician.account(), client.id()))
                    .isEqualTo(client == beyond ? 0 : 1);
        }
    }

    @Test
    void theTrailTellsWhoReadIt() {
        caseload("");
        assertThat(people.count(
                        admin.practice(),
                        "select count(*) from audit_entry where action = 'caseload.read' and actor_id = ?",
                        clinician.account()))
                .isOne();
    }

    @Test
    void fortyClientsCostAsManyStatementsAsTwo() {
        for (var i = 0; i < 2; i++) {
            gettingWorse();
        }
        caseload("");
        caseload(""); // the alerts that the first look raised are news, once
        var few = Statements.during(() -> caseload(""));
        for (var i = 0; i < 38; i++) {
            gettingWorse();
        }
        caseload("");
        caseload("");
        var many = Statements.during(() -> caseload("").body("items", hasSize(40)));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThan(16);
    }

    private Someone critical() {
        var client = people.clientOf(clinician);
        givenOn(clinician, client, answers(3, 2), "2026-01-05T09:00:00Z");
        return client;
    }

    private Someone gettingWorse() {
        return gettingWorse("2026-02-05T09:00:00Z");
    }

    private Someone gettingWorse(String at) {
        var client = people.clientOf(clinician);
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), at);
        return client;
    }

    private Someone withALostGain() {
        return withALostGain("2026");
    }

    private Someone withALostGain(String year) {
        var client = people.clientOf(clinician);
        givenOn(clinician, client, answers(16), year + "-01-05T09:00:00Z");
        givenOn(clinician, client, answers(6), year + "-01-12T09:00:00Z");
        givenOn(clinician, client, answers(13), year + "-01-19T09:00:00Z");
        return client;
    }

    private Someone stopping() {
        var client = people.clientOf(clinician);
        client.asks()
                .body(
                        "{\"exercise\": \"slow-breath\", \"before\": {\"suds\": 2}, \"after\": {\"breath-comfort\": 5, \"suds-peak\": 4, \"suds\": 2}, \"stopRuleUsed\": true, \"complete\": true}")
                .put("/v1/logs/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        return client;
    }

    private Someone writing() {
        var client = people.clientOf(clinician);
        var response = givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        for (var who : List.of(clinician, client)) {
            who.asks()
                    .body("{\"text\": \"Thank you.\"}")
                    .post("/v1/responses/" + response + "/feedback")
                    .then()
                    .statusCode(201);
        }
        return client;
    }

    private String named(String name) {
        return clinician
                .asks()
                .body("{\"displayName\": \"%s\", \"timeZone\": \"UTC\", \"language\": \"en\"}".formatted(name))
                .post("/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void appointment(Someone client, String externalId, String at) {
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"" + at + "\"}")
                .put("/v1/clients/" + client.id() + "/appointments/" + externalId.replace("|", "%7C"))
                .then()
                .statusCode(201);
    }

    private String alertOf(Someone client) {
        List<java.util.Map<String, Object>> alerts =
                clinician.asks().get("/v1/alerts").then().extract().path("items");
        return alerts.stream()
                .filter(alert -> client.id().toString().equals(alert.get("clientId")))
                .map(alert -> (String) alert.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private ValidatableResponse caseload(String asked) {
        return caseload(clinician, asked);
    }

    private static ValidatableResponse caseload(Someone who, String asked) {
        return who.asks()
                .urlEncodingEnabled(false)
                .get("/v1/caseload" + asked)
                .then()
                .statusCode(200);
    }

    private static Object[] ids(Someone... clients) {
        return java.util.Arrays.stream(clients).map(one -> one.id().toString()).toArray();
    }
}

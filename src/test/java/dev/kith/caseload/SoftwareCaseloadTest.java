package dev.kith.caseload;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Practice software sees all clients, and of each what its scopes would let it read elsewhere; what it may not read decides no place. */
@QuarkusTest
class SoftwareCaseloadTest {
    private static final List<String> PARTS = List.of(
            "scores",
            "signals",
            "alerts",
            "adherence",
            "lastActivityAt",
            "nextAppointmentAt",
            "unreadFeedback",
            "enrollments");
    private static final String[] ALL = {
        "alerts:read", "progress:read", "responses:read", "logs:read", "assignments:read", "enrollments:read"
    };

    private final Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(9, ChronoUnit.DAYS);

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone calm;
    Someone writing;
    Someone worse;
    Someone critical;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        calm = people.clientOf(clinician);
        writing = people.clientOf(clinician);
        worse = people.clientOf(clinician);
        critical = people.clientOf(clinician);
        var response = givenOn(clinician, writing, answers(9), "2026-01-05T09:00:00Z");
        for (var who : List.of(clinician, writing)) {
            who.asks()
                    .body("{\"text\": \"Thank you.\"}")
                    .post("/v1/responses/" + response + "/feedback")
                    .then()
                    .statusCode(201);
        }
        givenOn(clinician, worse, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, worse, answers(15), "2026-02-05T09:00:00Z");
        givenOn(clinician, critical, answers(3, 2), "2026-01-05T09:00:00Z");
        clinician
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + calm.id() + "/enrollments")
                .then()
                .statusCode(201);
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"" + next + "\"}")
                .put("/v1/clients/" + calm.id() + "/appointments/ehr%7C1")
                .then()
                .statusCode(201);
        clinician.asks().get("/v1/caseload").then().statusCode(200); // the rules have looked
    }

    @Test
    void withoutFurtherScopesItIsToldWhoTheClientsAre() {
        var told = list(software());
        told.body("items.clientId", contains(ids(calm, writing, worse, critical)))
                .body("items.displayName", everyItem(equalTo("Cleo Client")))
                .body("items.attention.rank", everyItem(equalTo(7)))
                .body("items.attention.reasons.flatten()", empty())
                .body("order[6].text", equalTo("Nothing else; in the order in which they were admitted."));
        for (var part : PARTS) {
            told.body("items." + part, everyItem(nullValue()));
        }
    }

    @Test
    void alertsDecideOnlyForWhoMayReadThem() {
        var told = list(software("alerts:read"));
        told.body("items.clientId", contains(ids(critical, worse, calm, writing)))
                .body("items.attention.rank", contains(1, 4, 7, 7))
                .body("items.attention.reasons.code.flatten()", contains("critical-alert-open", "alert-open"))
                .body("items[0].alerts.bySeverity.critical", equalTo(1))
                .body("items[2].alerts.count", equalTo(0));
        onlyTold(told, "alerts");
    }

    @Test
    void scoresAndSignalsDecideOnlyForWhoMayReadProgress() {
        var told = list(software("progress:read"));
        told.body("items.clientId", contains(ids(worse, calm, writing, critical)))
                .body("items.attention.rank", contains(3, 7, 7, 7))
                .body("items.attention.reasons.code.flatten()", contains("red-signal"))
                .body("items[0].signals.rule", contains("reliable-deterioration"))
                .body("items[0].scores.value", contains(15))
                .body("items[2].lastActivityAt", equalTo("2026-01-05T09:00:00Z")) // not of the message
                .body("items[3].signals", empty()); // of a critical item it hears with responses:read
        onlyTold(told, "scores", "signals", "adherence", "lastActivityAt");
        list(software("progress:read", "responses:read"))
                .body("items.clientId", contains(ids(critical, worse, calm, writing)))
                .body("items[0].signals.rule", contains("critical-item"))
                .body("items[0].attention.reasons.code", contains("red-signal"));
    }

    @Test
    void appointmentsAndProgramsAreToldToWhoMayReadThem() {
        var appointments = list(software("assignments:read"));
        appointments.body("items[0].nextAppointmentAt", equalTo(next.toString()));
        onlyTold(appointments, "nextAppointmentAt");
        var programs = list(software("enrollments:read"));
        programs.body("items[0].enrollments.program", contains("somatic-first-steps"))
                .body("items[1].enrollments", empty());
        onlyTold(programs, "enrollments");
    }

    @Test
    void theLastContactIsToldToWhoMayKnowAllOfIt() {
        var text = "find { it.clientId == '" + calm.id() + "' }.attention.reasons.text";
        list(software("progress:read")).body("items." + text, empty());
        list(software("assignments:read")).body("items." + text, empty());
        list(software("progress:read", "assignments:read"))
                .body("items." + text + "[0]", containsString("The last contact was on"));
    }

    @Test
    void messagesAreToldToNoSoftware() {
        var told = list(software(ALL));
        told.body("items.unreadFeedback", everyItem(nullValue()))
                .body("items.attention.reasons.code.flatten()", not(hasItems("unread-feedback")))
                .body("items.find { it.clientId == '" + writing.id() + "' }.attention.rank", equalTo(7));
        onlyTold(
                told,
                PARTS.stream().filter(part -> !part.equals("unreadFeedback")).toArray(String[]::new));
        list(clinician, "").body("items.unreadFeedback", hasItems(1, 0)).body("items.attention.rank", hasItems(6));
    }

    @ParameterizedTest
    @CsvSource({
        "signal=reliable-deterioration, progress:read, 1",
        "signal=critical-item, progress:read;responses:read, 1",
        "signal=stop-rule-used, progress:read;logs:read, 0",
        "alert=open, alerts:read, 2",
        "program=somatic-first-steps, enrollments:read, 1",
        "questionnaire=phq-9, progress:read;assignments:read, 3",
        "sort=last-activity, progress:read, 4"
    })
    void whoAsksBySomethingMayReadIt(String asked, String scopes, int many) {
        var needed = scopes.split(";");
        for (var missing : needed) {
            var rest = Stream.of(ALL).filter(scope -> !scope.equals(missing)).toArray(String[]::new);
            software(rest)
                    .asks()
                    .get("/v1/caseload?" + asked)
                    .then()
                    .statusCode(403)
                    .body("detail", equalTo("The integration needs the scope " + missing + "."));
        }
        list(software(needed), "?" + asked).body("items", hasSize(many));
        list(clinician, "?" + asked).body("items", hasSize(many));
    }

    @ParameterizedTest
    @CsvSource({"attention", "name", "last-activity"})
    void pagesAreTheWholeInItsOrderWhateverItMayRead(String sort) {
        for (var i = 0; i < 4; i++) {
            var more = people.clientOf(clinician);
            givenOn(clinician, more, answers(3, i % 2), "2026-0" + (i + 1) + "-07T09:00:00Z");
        }
        clinician.asks().get("/v1/caseload").then().statusCode(200);
        for (var software : List.of(software(ALL), software("progress:read"))) {
            List<String> whole = list(software, "?sort=" + sort).extract().path("items.clientId");
            assertThat(whole).hasSize(8).doesNotHaveDuplicates();
            var paged = new ArrayList<String>();
            var next = "";
            while (next != null) {
                var page = list(software, "?limit=3&sort=" + sort + next).extract();
                paged.addAll(page.path("items.clientId"));
                next = page.path("next") == null ? null : "&after=" + page.<String>path("next");
            }
            assertThat(paged).isEqualTo(whole);
        }
    }

    @Test
    void ofOneRankWhoWaitedLongestComesFirstAndWhoIsArchivedDoesNot() {
        var later = people.clientOf(clinician);
        givenOn(clinician, later, answers(9), "2025-11-05T09:00:00Z");
        givenOn(clinician, later, answers(15), "2025-12-05T09:00:00Z");
        clinician.asks().get("/v1/caseload").then().statusCode(200);
        list(software("progress:read"))
                .body("items.clientId", contains(ids(later, worse, calm, writing, critical)))
                .body("items.attention.rank", contains(3, 3, 7, 7, 7));
        people.run(admin.practice(), "update client set archived_at = now() where id in (?, ?)", later.id(), calm.id());
        list(software("progress:read")).body("items.clientId", contains(ids(worse, writing, critical)));
    }

    private void onlyTold(ValidatableResponse told, String... parts) {
        for (var part : PARTS) {
            told.body(
                    "items.collect { it." + part + " }",
                    Arrays.asList(parts).contains(part) ? hasItems(notNullValue()) : everyItem(nullValue()));
        }
    }

    private Someone software(String... scopes) {
        return people.integration(
                admin.practice(),
                Stream.concat(Stream.of("caseload:read"), Stream.of(scopes)).toArray(String[]::new));
    }

    private static ValidatableResponse list(Someone who) {
        return list(who, "");
    }

    private static ValidatableResponse list(Someone who, String asked) {
        return who.asks()
                .urlEncodingEnabled(false)
                .get("/v1/caseload" + asked)
                .then()
                .statusCode(200);
    }

    private static Object[] ids(Someone... clients) {
        return Arrays.stream(clients).map(one -> one.id().toString()).toArray();
    }
}

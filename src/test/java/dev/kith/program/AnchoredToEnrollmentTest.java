package dev.kith.program;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.assigns;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work whose start hangs on an enrolment: where it lies, what is refused, what is said of it, and what the same again does. */
@QuarkusTest
class AnchoredToEnrollmentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String ANCHORED = "select count(*) from assignment where anchor_enrollment_id is not null";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;
    LocalDate today;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        Hanging.publish(admin);
        today = LocalDate.ofInstant(Sandbox.now(admin), BERLIN);
    }

    @Test
    void itStartsSoFarFromTheStartOfTheEnrolment() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var start = today.plusDays(17) + "T00:00";
        var assignment = assigns(clinician, client, ours.body("P1W"))
                .statusCode(201)
                .body("schedule.anchor.enrollment", equalTo(ours.walked().id()))
                .body("schedule.anchor.offset", equalTo("P1W"))
                .body("schedule.anchor.appointment", nullValue())
                .body("schedule.start", equalTo(start))
                .body("enrollmentId", nullValue(), "step", nullValue())
                .extract()
                .<String>path("id");
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(17));
        client.asks()
                .get("/v1/assignments/" + assignment)
                .then()
                .statusCode(200)
                .body("schedule.anchor.enrollment", equalTo(ours.walked().id()))
                .body("schedule.start", equalTo(start));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,      Europe/Berlin, 0,  00:00",
                "P10DT9H,   Europe/Berlin, 10, 09:00",
                "-P2D,      Europe/Berlin, -2, 00:00",
                "-P1DT15H,  Europe/Berlin, -2, 09:00",
                "P1D,       Asia/Tokyo,    1,  00:00",
                "PT7H,      America/Lima,  0,  07:00",
            })
    void theDayBeginsInTheZoneOfTheSchedule(@Nullable String offset, String zone, int days, String time) {
        var start = today.plusDays(20);
        var ours = Hanging.from(clinician, client, start);
        var assignment = ours.hung(offset, ", \"timeZone\": \"" + zone + "\"");
        var local = start.plusDays(days) + "T" + time;
        assertThat(ours.read(assignment).getString("schedule.start")).isEqualTo(local);
        assertThat(tasks(clinician, assignment).get(0))
                .containsEntry("timeZone", zone)
                .containsEntry(
                        "opensAt",
                        start.plusDays(days)
                                .atTime(LocalTime.parse(time))
                                .atZone(ZoneId.of(zone))
                                .toInstant()
                                .toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {} | 422 | /schedule/anchor | one-of
            {'offset': 'P1D'} | 422 | /schedule/anchor | one-of
            {'appointment': 'ehr', 'enrollment': '%1$s'} | 422 | /schedule/anchor | one-of
            {'enrollment': '%1$s', 'offset': 'next week'} | 422 | /schedule/anchor/offset | not-a-duration
            {'enrollment': '%1$s', 'offset': '--P1D'} | 422 | /schedule/anchor/offset | not-a-duration
            {'enrollment': '%1$s', 'offset': 'P0D'} | 422 | /schedule/anchor/offset | not-positive
            {'enrollment': '%1$s', 'offset': 'P900D'} | 422 | /schedule/anchor/offset | too-long
            {'enrollment': '%1$s', 'step': 'first'} | 400 | /schedule/anchor/step | unknown-field
            """)
    void whatIsNoAnchorIsRefusedWithItsPlace(String anchor, int status, String pointer, String code) {
        var ours = Hanging.from(clinician, client, today);
        var body = "{\"questionnaire\": \"phq-9\", \"schedule\": {\"anchor\": "
                + anchor.formatted(ours.walked().id()).replace('\'', '"') + "}}";
        assigns(clinician, client, body)
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
        ours.puts(clinician, body).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
        assertThat(people.count(admin.practice(), ANCHORED)).isZero();
    }

    @Test
    void whatIsNoIdIsNoEnrolment() {
        assigns(clinician, client, Hanging.body("ours", "P1D", ""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/schedule/anchor/enrollment"));
    }

    @Test
    void aStartBesideTheAnchorIsASecondOne() {
        var ours = Hanging.from(clinician, client, today);
        assigns(clinician, client, ours.body("P1D", ", \"start\": \"2027-01-01\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/schedule/start"), "errors[0].code", equalTo("start-and-anchor"));
    }

    @Test
    void theEnrolmentOfAnybodyElseIsUnknown() {
        var other = people.clientOf(clinician);
        var theirs = Hanging.from(clinician, other, today).walked().id();
        var elsewhere = people.sandbox();
        Hanging.publish(elsewhere);
        var stranger = people.clinician(elsewhere.practice());
        var strange = Hanging.from(stranger, people.clientOf(stranger), today)
                .walked()
                .id();
        var mine = Hanging.from(clinician, client, today);
        var plain = assigned(clinician, client, "{\"questionnaire\": \"gad-7\"}");
        for (var enrollment : List.of(theirs, strange, UUID.randomUUID().toString())) {
            var body = Hanging.body(enrollment, "P1D", "");
            unknown(assigns(clinician, client, body));
            unknown(mine.puts(clinician, body).then());
            unknown(mine.revises(plain, "{" + body.substring(body.indexOf("\"schedule\""))));
        }
        assertThat(people.count(admin.practice(), ANCHORED)).isZero();
        assertThat(people.count(elsewhere.practice(), ANCHORED)).isZero();
        assigns(stranger, client, mine.body("P1D")).statusCode(404);
        assigns(client, client, mine.body("P1D")).statusCode(403);
        assertThatThrownBy(() -> people.run(
                        admin.practice(),
                        "update assignment set anchor_enrollment_id = ?::uuid where id = ?::uuid",
                        strange,
                        plain))
                .as("the database keeps it, too")
                .hasStackTraceContaining("assignment_is_anchored_to_an_enrollment_of_this_practice");
    }

    private static void unknown(ValidatableResponse reply) {
        reply.statusCode(422)
                .body(
                        "errors[0].pointer",
                        equalTo("/schedule/anchor/enrollment"),
                        "errors[0].code",
                        equalTo("unknown-enrollment"));
    }

    @Test
    void theSameAgainChangesNothing() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var software = people.integration(admin.practice(), "assignments:write", "assignments:read");
        var body = ours.body("P1W");
        ours.puts(software, body).then().statusCode(201).body("scheduleRevision", equalTo(1));
        ours.puts(software, body).then().statusCode(200).body("scheduleRevision", equalTo(1), "revision", equalTo(0));
        ours.moves(today.plusDays(12));
        ours.puts(software, body)
                .then()
                .statusCode(200)
                .body("scheduleRevision", equalTo(2), "schedule.start", startsWith(today.plusDays(19) + "T"));
        ours.puts(software, ours.body("P2W"))
                .then()
                .statusCode(200)
                .body("scheduleRevision", equalTo(3), "schedule.start", startsWith(today.plusDays(26) + "T"));
        ours.puts(software, "{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"%s\"}}".formatted(today))
                .then()
                .statusCode(200)
                .body("scheduleRevision", equalTo(4), "schedule.anchor", nullValue());
        assertThat(people.count(admin.practice(), ANCHORED)).isZero();
    }

    @Test
    void theSameAgainGivesNothingTwiceThatStayedBecauseItHadOpened() {
        var ours = Hanging.from(clinician, client, today);
        ours.puts(clinician, ours.body(null)).then().statusCode(201);
        ours.moves(today.plusDays(5));
        var again = ours.puts(clinician, ours.body(null)).then().statusCode(200).body("scheduleRevision", equalTo(1));
        assertThat(ours.days(again.extract().path("id"))).containsExactly(today);
    }

    @Test
    void theSameAgainDoesNotRaiseWhatTheClientFoundTooMuch() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var body = ours.body("P1W", ", \"rrule\": \"FREQ=WEEKLY;COUNT=6\"");
        var assignment =
                ours.puts(clinician, body).then().statusCode(201).extract().<String>path("id");
        client.asks()
                .body("{}")
                .post("/v1/assignments/" + assignment + "/too-much")
                .then()
                .statusCode(200)
                .body("done", equalTo("half-as-often"));
        ours.moves(today.plusDays(13));
        ours.puts(clinician, body).then().statusCode(200).body("scheduleRevision", equalTo(3));
        assertThat(ours.read(assignment).getString("schedule.rrule")).contains("INTERVAL=2");
        assertThat(ours.days(assignment).subList(0, 2)).containsExactly(today.plusDays(20), today.plusDays(34));
    }

    @Test
    void itIsHungOnAnEnrolmentAndTakenOffLater() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var assignment = assigned(
                clinician,
                client,
                "{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"%s\"}}".formatted(today.plusDays(3)));
        ours.moves(today.plusDays(11));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(3));
        ours.revises(
                        assignment,
                        "{\"schedule\": {\"anchor\": {\"enrollment\": \"%s\"}}}"
                                .formatted(ours.walked().id()))
                .statusCode(200)
                .body("schedule.anchor.enrollment", equalTo(ours.walked().id()));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(11));
        ours.moves(today.plusDays(12));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(12));
        ours.revises(assignment, "{\"schedule\": {\"start\": \"%s\"}}".formatted(today.plusDays(5)))
                .statusCode(200)
                .body("schedule.anchor", nullValue());
        ours.moves(today.plusDays(15));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(5));
    }

    @Test
    void aStepOfAProgramHangsOnNoEnrolment() {
        var ours = Hanging.from(clinician, client, today);
        var step = String.valueOf(ours.walked().step("first").get("assignmentId"));
        ours.revises(
                        step,
                        "{\"schedule\": {\"anchor\": {\"enrollment\": \"%s\", \"offset\": \"P1D\"}}}"
                                .formatted(ours.walked().id()))
                .statusCode(422)
                .body(
                        "errors[0].pointer",
                        equalTo("/schedule/anchor/enrollment"),
                        "errors[0].code",
                        equalTo("step-of-a-program"));
        assertThat(ours.read(step).getInt("scheduleRevision")).isEqualTo(1);
    }

    @Test
    void aPreviewBelongsToNoClientAndSoToNoEnrolment() {
        clinician
                .asks()
                .body("{\"schedule\": {\"anchor\": {\"enrollment\": \"%s\"}}}".formatted(UUID.randomUUID()))
                .post("/v1/schedules/preview")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/schedule/anchor"), "errors[0].code", equalTo("not-in-a-preview"));
    }

    @Test
    void anExplanationSaysOnWhatItHangsAndThatItMoved() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var assignment = ours.hung("P1WT9H");
        var first = String.valueOf(tasks(clinician, assignment).get(0).get("id"));
        explanation(first, "en")
                .body("madeBy.schedule.anchor.enrollment", equalTo(ours.walked().id()))
                .body(
                        "words",
                        hasItem(
                                "Its schedule starts 1 week and 9 hours after the start of the program, and moves with it"
                                        + " until it has opened."));
        ours.moves(today.plusDays(12));
        explanation(first, "en")
                .body("because", equalTo("schedule-revised"))
                .body("since.why", contains("enrollment-moved"))
                .body(
                        "since[0].schedule.anchor.enrollment",
                        equalTo(ours.walked().id()))
                .body("words", hasItem(startsWith("The start of the program that it hangs on was moved ")));
        explanation(first, "de")
                .body(
                        "words",
                        hasItem(
                                "Ihr Zeitplan beginnt 1 Woche und 9 Stunden nach dem Beginn des Programms und verschiebt"
                                        + " sich mit ihm, solange sie nicht offen war."))
                .body("words", hasItem(startsWith("Der Beginn des Programms, von dem sie abhängt, wurde am ")));
        explanation(
                        String.valueOf(tasks(clinician, assignment).stream()
                                .filter(task -> "scheduled".equals(task.get("state")))
                                .findFirst()
                                .orElseThrow()
                                .get("id")),
                        "en")
                .body("because", equalTo("opens-later"))
                .body("madeBy.why", equalTo("enrollment-moved"));
    }

    @Test
    void anExplanationSaysHowFarFromWhatItHangs() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        said(ours.hung(null), "Its schedule starts on the day on which the program starts, and moves");
        said(ours.hung("-P3D"), "Its schedule starts 3 days before the start of the program, and moves");
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"%sT12:00:00Z\"}".formatted(today.plusDays(9)))
                .put("/v1/clients/" + client.id() + "/appointments/ehr%7C1")
                .then()
                .statusCode(201);
        said(hungOnAppointment(""), "Its schedule starts with an appointment, and moves");
        said(hungOnAppointment(", \"offset\": \"-P1D\""), "Its schedule starts 1 day before an appointment, and moves");
        said(
                hungOnAppointment(", \"offset\": \"PT2H\""),
                "Its schedule starts 2 hours after an appointment, and moves");
        var plain = assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}");
        explanation(String.valueOf(tasks(clinician, plain).get(0).get("id")), "en")
                .body("words", not(hasItem(startsWith("Its schedule starts"))));
    }

    private String hungOnAppointment(String rest) {
        return assigned(
                clinician,
                client,
                "{\"questionnaire\": \"phq-9\", \"schedule\": {\"anchor\": {\"appointment\": \"ehr|1\"" + rest + "}}}");
    }

    private void said(String assignment, String start) {
        explanation(String.valueOf(tasks(clinician, assignment).get(0).get("id")), "en")
                .body("words", hasItem(startsWith(start)));
    }

    private ValidatableResponse explanation(String task, String language) {
        return client.asks()
                .header("Accept-Language", language)
                .get("/v1/tasks/" + task + "/explanation")
                .then()
                .statusCode(200)
                .header("Content-Language", endsWith(language));
    }

    @Test
    void workOnADateAsksNothingOfEnrolments() {
        Hanging.from(clinician, client, today);
        var asked = Statements.during(() -> assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}"));
        assertThat(asked).noneMatch(sql -> sql.contains("from enrollment"));
    }
}

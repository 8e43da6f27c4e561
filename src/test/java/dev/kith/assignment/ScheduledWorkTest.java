package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.assigns;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.standing;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that recurs: what becomes rows, what a change of schedule, zone or appointment touches, and what is refused. */
@QuarkusTest
class ScheduledWorkTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    People people;

    @Inject
    Clock clock;

    Someone clinician;
    Someone client;
    LocalDate today;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        today = LocalDate.ofInstant(clock.instant(), BERLIN);
    }

    @Test
    void whatRecursBecomesTasksFiveWeeksAhead() {
        var assignment = daily("COUNT=100");
        var made = tasks(clinician, assignment);
        assertThat(made).hasSizeBetween(35, 36);
        assertThat(each(made, "state")).startsWith("open").endsWith("scheduled");
        assertThat(each(made, "local")).startsWith(today + "T00:00", today.plusDays(1) + "T00:00");
    }

    @Test
    void aShortCourseIsMadeWhole() {
        assertThat(tasks(clinician, daily("COUNT=3"))).hasSize(3);
    }

    @Test
    void dailyWorkIsOpenForItsDayUnlessSomebodySaysOtherwise() {
        assertThat(each(tasks(clinician, daily("COUNT=5")), "state"))
                .containsExactly("open", "scheduled", "scheduled", "scheduled", "scheduled");
    }

    @Test
    void aDoseGivesSoManyTasksThatAreOpenForTheWholePeriod() {
        var assignment = assigned(clinician, client, """
                {"exercise": "slow-breath", "dose": {"times": 3, "per": "week"},
                 "schedule": {"start": "%s", "rrule": "FREQ=WEEKLY;COUNT=2"}}
                """.formatted(today));
        var made = tasks(clinician, assignment);
        assertThat(each(made, "ordinal")).containsExactlyInAnyOrder(1, 2, 3, 1, 2, 3);
        assertThat(each(made, "state")).containsExactly("open", "open", "open", "scheduled", "scheduled", "scheduled");
    }

    @Test
    void anExerciseIsATaskWithItsTitle() {
        assigned(clinician, client, "{\"exercise\": \"slow-breath\"}");
        client.asks()
                .get("/v1/me/tasks?state=open")
                .then()
                .statusCode(200)
                .body("items[0].exercise", equalTo("slow-breath"))
                .body("items[0].questionnaire", nullValue())
                .body("items[0].title", equalTo("Slow breath"));
    }

    @Test
    void workIsAQuestionnaireOrAnExercise() {
        assigns(clinician, client, "{\"exercise\": \"slow-breath\", \"questionnaire\": \"phq-9\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("one-of"));
        assigns(clinician, client, "{}").statusCode(422).body("errors[0].code", equalTo("one-of"));
        assigns(clinician, client, "{\"exercise\": \"no-such-thing\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exercise"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=SECONDLY;COUNT=5|/schedule/rrule|too-fine",
                "FREQ=DAILY;COUNT=1000000000|/schedule/rrule|too-many",
                "FREQ=DAILY|/schedule/rrule|unbounded",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5|/schedule/rrule|never",
                "FREQ=DAILY;UNTIL=99991231T000000Z|/schedule/rrule|unbounded",
                "EVERY DAY|/schedule/rrule|not-a-rule"
            })
    void aHostileRuleIsRefusedWithAPointer(String rule, String pointer, String code) {
        assigns(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2026-12-01", "rrule": "%s"}}
                """.formatted(rule))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        assertThat(people.count(client.practice(), "select count(*) from assignment"))
                .isZero();
    }

    @Test
    void aHundredThousandExceptionsAreRefusedBeforeAnyWork() {
        var dates = "\"2026-12-01\",".repeat(5_000) + "\"2026-12-01\"";
        assigns(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"rrule": "FREQ=DAILY;COUNT=3", "exdates": [%s]}}
                """.formatted(dates))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/schedule/exdates"));
    }

    @Test
    void anUnknownZoneIsRefused() {
        assigns(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"timeZone": "Europe/Atlantis"}}
                """).statusCode(422).body("errors[0].pointer", equalTo("/schedule/timeZone"));
    }

    @Test
    void aPreviewShowsWhatAClockChangeDoes() {
        clinician
                .asks()
                .body("""
                        {"schedule": {"start": "2026-03-28T02:30", "timeZone": "Europe/Berlin", "rrule": "FREQ=DAILY;COUNT=3"}}
                        """)
                .post("/v1/schedules/preview")
                .then()
                .statusCode(200)
                .body("items.shifted", contains("none", "gap", "none"))
                .body("items[1].opensAt", equalTo("2026-03-29T01:00:00Z"))
                .body("words", equalTo("every day at 02:30, 3 times"))
                .body("more", equalTo(false));
        assertThat(people.count(client.practice(), "select count(*) from task")).isZero();
    }

    @Test
    void anotherScheduleTouchesOnlyWhatHasNotOpened() {
        var assignment = daily("COUNT=10");
        var before = tasks(clinician, assignment);
        revise(assignment, 0, """
                {"schedule": {"start": "%sT18:00", "rrule": "FREQ=DAILY;COUNT=4"}}
                """.formatted(today.plusDays(2)))
                .statusCode(200)
                .body("scheduleRevision", equalTo(2))
                .body("schedule.rrule", equalTo("FREQ=DAILY;COUNT=4"));
        var after = tasks(clinician, assignment);
        assertThat(each(standing(after), "local"))
                .hasSize(5)
                .startsWith(today + "T00:00", today.plusDays(2) + "T18:00");
        assertThat(after)
                .filteredOn(task -> "schedule-revised".equals(task.get("endedWhy")))
                .hasSize(9);
        assertThat(standing(after).get(0).get("id")).isEqualTo(before.get(0).get("id"));
        revise(assignment, 0, "{\"schedule\": {}}").statusCode(412);
        clinician
                .asks()
                .get("/v1/assignments/" + assignment + "/schedules")
                .then()
                .statusCode(200)
                .body("items.why", contains("changed", "assigned"));
    }

    @Test
    void theSameScheduleAgainIsNoRevision() {
        var assignment = daily("COUNT=2");
        var body = "{\"schedule\": {\"start\": \"%s\", \"rrule\": \"FREQ=DAILY;COUNT=2\"}}".formatted(today);
        revise(assignment, 0, body).statusCode(200).body("scheduleRevision", equalTo(1));
    }

    @Test
    void aClientWhoMovesKeepsWallTimesForWhatHasNotOpened() {
        var followed = daily("COUNT=3");
        var fixed = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "%s", "timeZone": "Europe/Berlin", "rrule": "FREQ=DAILY;COUNT=3"}}
                """.formatted(today));
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"timeZone\": \"Asia/Tokyo\"}")
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
        var after = standing(tasks(clinician, followed));
        assertThat(each(after, "timeZone")).startsWith("Europe/Berlin").endsWith("Asia/Tokyo");
        assertThat(each(after, "local")).doesNotHaveDuplicates().endsWith(today.plusDays(2) + "T00:00");
        assertThat(each(tasks(clinician, fixed), "timeZone")).containsOnly("Europe/Berlin");
    }

    @Test
    void movingWestDoesNotGiveTheSameDayTwice() {
        var followed = daily("COUNT=3");
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"timeZone\": \"America/New_York\"}")
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
        assertThat(each(standing(tasks(clinician, followed)), "local"))
                .containsExactly(today + "T00:00", today.plusDays(1) + "T00:00", today.plusDays(2) + "T00:00");
    }

    @Test
    void whatWasGivenOnceAndHasOpenedStaysWhenItsAppointmentMoves() {
        appointment(today + "T12:00:00Z").statusCode(201);
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"anchor": {"appointment": "ehr|1", "offset": "-P3D"}, "timeZone": "UTC"}}
                """);
        appointment(today.plusDays(7) + "T12:00:00Z").statusCode(200);
        assertThat(each(tasks(clinician, assignment), "state")).containsExactly("open");
    }

    @Test
    void anAppointmentMayMovePastWhatHangsOnIt() {
        appointment(today.plusDays(3) + "T12:00:00Z").statusCode(201);
        assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"anchor": {"appointment": "ehr|1"}, "rrule": "FREQ=DAILY;UNTIL=%s"}}
                """.formatted(today.plusDays(9).toString().replace("-", "")));
        appointment(today.plusDays(30) + "T12:00:00Z").statusCode(200);
    }

    @Test
    void whatHangsOnAnAppointmentMovesWithIt() {
        var first = today.plusDays(20);
        var second = today.plusDays(22);
        appointment(first + "T12:00:00Z").statusCode(201);
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"anchor": {"appointment": "ehr|1", "offset": "-P1D"}, "timeZone": "UTC", "opensFor": "P1D", "dueAfter": "P1D"}}
                """);
        assertThat(each(tasks(clinician, assignment), "local")).containsExactly(first.minusDays(1) + "T12:00");
        appointment(second + "T12:00:00Z").statusCode(200).body("anchored", equalTo(1));
        appointment(second + "T12:00:00Z").statusCode(200);
        for (var told : List.of(
                "outbox_event where kind = 'assignment.rescheduled' and about_id",
                "audit_entry where action = 'assignment.rescheduled' and subject_id")) {
            assertThat(people.count(client.practice(), "select count(*) from " + told + " = ?::uuid", assignment))
                    .as(told)
                    .isOne();
        }
        assertThat(each(standing(tasks(clinician, assignment)), "local"))
                .containsExactly(second.minusDays(1) + "T12:00");
        var moved = tasks(clinician, assignment).stream()
                .filter(task -> "cancelled".equals(task.get("state")))
                .toList();
        explanation(String.valueOf(moved.get(0).get("id")))
                .body("because", equalTo("schedule-revised"))
                .body("since.why", contains("appointment-moved"));
        appointment("2130-05-12T09:00:00Z").statusCode(422);
    }

    @Test
    void anAppointmentThatNobodyToldOfCannotBeHungOn() {
        assigns(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"anchor": {"appointment": "ehr|404"}}}
                """)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/schedule/anchor/appointment"));
    }

    @Test
    void anExplanationSaysRuleZoneAndClockChange() {
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2026-10-25T02:30", "timeZone": "Europe/Berlin"}}
                """);
        var task = String.valueOf(tasks(clinician, assignment).get(0).get("id"));
        explanation(task)
                .body("because", equalTo("closed-without-answer"))
                .body("shifted", equalTo("overlap"))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body(
                        "words",
                        hasItem(
                                "It opens Sun 25 Oct 2026, 02:30 in Europe/Berlin, a time that a clock change gives twice;"
                                        + " the first of the two counts."))
                .body("madeBy.why", equalTo("assigned"))
                .body("since", hasSize(0));
    }

    @Test
    void practiceSoftwareAssignsUnderItsOwnIdAsOftenAsItLikes() throws Exception {
        var integration = people.integration(client.practice(), "assignments:write", "assignments:read");
        var body = "{\"questionnaire\": \"phq-9\", \"schedule\": {\"rrule\": \"FREQ=DAILY;COUNT=3\"}}";
        var replies = AtOnce.calls(8, () -> upsert(integration, body));
        assertThat(replies).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(people.count(client.practice(), "select count(*) from assignment"))
                .isOne();
        upsert(integration, body).then().statusCode(200).body("scheduleRevision", equalTo(1));
        upsert(integration, body.replace("COUNT=3", "COUNT=5"))
                .then()
                .statusCode(200)
                .body("scheduleRevision", equalTo(2));
        upsert(integration, "{\"questionnaire\": \"gad-7\"}").then().statusCode(409);
        integration
                .asks()
                .urlEncodingEnabled(false)
                .get("/v1/clients/" + client.id() + "/assignments?externalId=ehr%7C7")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private Response upsert(Someone who, String body) {
        return who.asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put("/v1/clients/" + client.id() + "/assignments?externalId=ehr%7C7");
    }

    private ValidatableResponse explanation(String task) {
        return client.asks().get("/v1/tasks/" + task + "/explanation").then().statusCode(200);
    }

    private ValidatableResponse appointment(String at) {
        return clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"%s\", \"timeZone\": \"Europe/Berlin\"}".formatted(at))
                .put("/v1/clients/" + client.id() + "/appointments/ehr%7C1")
                .then();
    }

    private ValidatableResponse revise(String assignment, int version, String body) {
        return clinician
                .asks()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/assignments/" + UUID.fromString(assignment) + "/schedule")
                .then();
    }

    private String daily(String bound) {
        return assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "%s", "rrule": "FREQ=DAILY;%s"}}
                """.formatted(today, bound));
    }
}

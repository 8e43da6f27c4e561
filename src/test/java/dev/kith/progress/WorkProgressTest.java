package dev.kith.progress;

import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done of what was given, and what came of it. */
@QuarkusTest
class WorkProgressTest {
    private static final String NO = """
        {"before": {"rung": 1, "suds": 5, "expectation": 50}, "after": {"suds-peak": 3, "suds": 2, "outcome": "asked-no",
         "what-happened": {"text": "sesame", "sharing": "shared"}}, "complete": true}
        """;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Practices practices;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void anExerciseTellsHowDistressFellWhatWasExpectedAndWhatCame() {
        Noting.ladder(client, 2, 5);
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        Noting.log(client, Noting.task(clinician, client), NO);
        skip(Noting.task(clinician, client), "too-hard");
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z"); // when it would have been due
        progress("")
                .body(not(containsString("sesame")))
                .rootPath("exercises[0]")
                .body("exercise", equalTo("asking-ladder"), "sessions", equalTo(2), "leftOut", equalTo(0))
                .body("distressBefore", equalTo(5.5f), "distressAfter", equalTo(3.0f), "drop", equalTo(2.5f))
                .body("dropSessions", equalTo(2), "dropFromPeak", equalTo(2.0f), "dropReason", nullValue())
                .body("betweenBefore", equalTo(1.0f), "betweenPeak", equalTo(4.0f))
                .body("expectation.asks", equalTo(2), "expectation.expected", equalTo(0.65f))
                .body("expectation.came", equalTo(0.5f), "expectation.gap", equalTo(0.15f))
                .body("acceptance.asks", equalTo(2), "acceptance.met", equalTo(1), "acceptance.rate", equalTo(0.5f))
                .body("barriers", equalTo(Map.of("too-hard", 1)), "method.name", equalTo("distress-drop"));
    }

    @Test
    void anExerciseThatWasOnlySkippedTellsWhatStoodInTheWay() {
        for (var i = 0; i < 5; i++) {
            skip(Noting.task(clinician, client), "too-hard");
        }
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z"); // when it would have been due
        progress("")
                .body("exercises", hasSize(1))
                .rootPath("exercises[0]")
                .body("exercise", equalTo("asking-ladder"), "sessions", equalTo(0), "leftOut", equalTo(0))
                .body("lastAt", nullValue(), "stopRuleUsed", equalTo(0), "dropReason", equalTo("NO_SESSION"))
                .body("expectation.asks", equalTo(0), "acceptance.reason", equalTo("NO_SESSION"))
                .body("barriers", equalTo(Map.of("too-hard", 5)));
        progress("?to=2026-01-01").body("exercises", hasSize(0));
        client.asks()
                .get("/v1/me/progress")
                .then()
                .statusCode(200)
                .body("exercises", hasSize(0)); // it tells what was done
    }

    @Test
    void ofLogsNumbersAndCodesAreReadAndNeverAWord() {
        Noting.log(client, Noting.task(clinician, client), NO);
        var read = practices.within(admin.practice(), () -> {
            try (var connection = people.connection();
                    var select = connection.prepareStatement(
                            "select string_agg(w::text, ' ') from (" + WorkQuery.WORK + ") w")) {
                select.setObject(1, client.id());
                select.setObject(2, Asked.EARLIEST.atOffset(ZoneOffset.UTC));
                select.setObject(3, Asked.LATEST.atOffset(ZoneOffset.UTC));
                select.setObject(4, Asked.LATEST.atOffset(ZoneOffset.UTC));
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        assertThat(read).contains("asked-no", "suds-peak").doesNotContain("sesame");
    }

    @Test
    void aLadderTellsWhatItsRuleSays() {
        var ladder = Noting.ladder(client, 2, 5);
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        progress("").body("ladder[0].decision", equalTo("not-enough"), "ladder[0].done", equalTo(0));
        Noting.log(client, Noting.task(clinician, client), NO);
        progress("")
                .body("ladder", hasSize(1))
                .rootPath("ladder[0]")
                .body("ladderId", equalTo(ladder), "rungs", equalTo(2), "done", equalTo(1), "tries", equalTo(2))
                .body("currentNumber", equalTo(1), "decision", equalTo("step-up"), "because", equalTo("peak-halved"))
                .body("text", containsString("half of the first time"), "overridden", equalTo(false));
    }

    @Test
    void adherenceCountsWhatWasDueAndNothingElse() {
        Sandbox.moveTo(admin, "2027-02-28T12:00:00Z");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=10", "opensFor": "P1D", "dueAfter": "PT12H"}}
                """);
        progress("").body("adherence.due", equalTo(0), "adherence.rate", nullValue());
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z");
        worlds.answer(client, task(assignment, 0), Worlds.CALM);
        Sandbox.moveTo(admin, "2027-03-02T09:00:00Z");
        skip(task(assignment, 1), "no-time");
        Sandbox.moveTo(admin, "2027-03-04T12:30:00Z");
        progress("")
                .rootPath("adherence")
                .body("due", equalTo(4), "completed", equalTo(1), "onTime", equalTo(1), "skipped", equalTo(1))
                .body("missed", equalTo(1), "open", equalTo(1), "withdrawn", equalTo(0), "rate", equalTo(0.25f))
                .body("onTimeRate", equalTo(0.25f), "medianLagMinutes", equalTo(-120), "doneRow", equalTo(0))
                .body("barriers", equalTo(Map.of("no-time", 1)))
                .rootPath("adherenceByAssignment")
                .body("assignmentId", contains(assignment), "adherence.due", contains(4));
        progress("?to=2027-03-02").body("adherence.due", equalTo(1), "adherence.rate", equalTo(1.0f));
        progress("?from=2027-03-02&to=2027-03-03").body("adherence.due", equalTo(1), "adherence.completed", equalTo(0));
    }

    @Test
    void whatWaitsInAPauseIsNotDue() {
        Sandbox.moveTo(admin, "2027-02-28T12:00:00Z");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "gad-7", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=10", "opensFor": "P1D", "dueAfter": "PT12H"}}
                """);
        Sandbox.moveTo(admin, "2027-03-02T09:00:00Z");
        turn(assignment, "paused");
        Sandbox.moveTo(admin, "2027-03-05T09:00:00Z");
        progress("").body("adherence.due", equalTo(1), "adherence.missed", equalTo(1));
        caseload().body("items[0].adherence.due", equalTo(1), "items[0].adherence.completed", equalTo(0));
    }

    @Test
    void whatWasDueBeforeAPauseCountsInItAndAfterIt() {
        var assignment = daily();
        due(1, 0).body("adherence.open", equalTo(1));
        turn(assignment, "paused");
        due(1, 0);
        Sandbox.moveTo(admin, "2027-03-02T09:00:00Z"); // it closed, and the next was due, in the pause
        due(1, 1).body("adherence.missed", equalTo(0), "adherence.open", equalTo(0));
        turn(assignment, "active");
        due(2, 0).body("adherence.open", equalTo(1)); // the second can be done again
    }

    @Test
    void whoGoesOnBeforeAnybodyClosedWhatWasDueFindsItCountedToo() {
        var assignment = daily();
        turn(assignment, "paused");
        Sandbox.moveTo(admin, "2027-03-03T02:00:00Z");
        people.run(
                admin.practice(),
                "update task set ended_as = null, ended_why = null, ended_at = null where ended_why = 'paused'");
        due(1, 1).body("adherence.missed", equalTo(0), "adherence.open", equalTo(0));
        turn(assignment, "active");
        due(1, 1).body("adherence.missed", equalTo(0), "adherence.open", equalTo(0));
    }

    @Test
    void theCaseloadCountsAsDueWhatProgressDoesWhateverBecameOfIt() {
        Sandbox.moveTo(admin, "2027-02-28T12:00:00Z");
        var schedule = """
                {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=4", "opensFor": "P2D", "dueAfter": "PT30H"}}
                """;
        var done = Work.assigned(clinician, client, schedule);
        var paused = Work.assigned(clinician, client, schedule);
        var ended = Work.assigned(clinician, client, schedule);
        var resumed = Work.assigned(clinician, client, schedule);
        Work.assigned(clinician, client, schedule);
        Sandbox.moveTo(admin, "2027-03-02T09:00:00Z"); // the first are due, the second have opened
        alike();
        worlds.answer(client, task(done, 0), Worlds.CALM);
        worlds.answer(client, task(done, 1), Worlds.CALM);
        worlds.answer(client, task(ended, 1), Worlds.CALM); // before it is due, and the rest is taken away
        skip(task(paused, 1), "no-time");
        turn(paused, "paused");
        turn(resumed, "paused");
        turn(ended, "ended");
        alike();
        Sandbox.moveTo(admin, "2027-03-03T15:00:00Z");
        alike();
        turn(resumed, "active");
        for (var day : new String[] {"2027-03-04T09:00:00Z", "2027-03-05T12:00:00Z", "2027-03-08T09:00:00Z"}) {
            Sandbox.moveTo(admin, day);
            alike();
        }
        progress("").body("adherence.completed", equalTo(3), "adherence.withdrawn", greaterThan(3));
    }

    private void alike() {
        int due = progress("").extract().path("adherence.due");
        int completed = progress("").extract().path("adherence.completed");
        caseload().body("items[0].adherence.due", equalTo(due), "items[0].adherence.completed", equalTo(completed));
    }

    /** One was due this morning and can be done until midnight. */
    private String daily() {
        Sandbox.moveTo(admin, "2027-02-28T12:00:00Z");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=4", "opensFor": "P1D", "dueAfter": "PT6H"}}
                """);
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z");
        return assignment;
    }

    @Test
    void aWeekThatAPauseCutShortAsksForNoDose() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        var assignment = dosed(", \"dueAfter\": \"P2D\"");
        answer(assignment, 0);
        Sandbox.moveTo(admin, "2027-03-04T00:00:00Z");
        turn(assignment, "paused");
        Sandbox.moveTo(admin, "2027-03-09T00:00:00Z");
        progress("")
                .rootPath("adherenceByAssignment[0]")
                .body("adherence.due", equalTo(3), "adherence.completed", equalTo(1))
                .body("dose.prescribed", equalTo(1), "dose.done", equalTo(1));
    }

    /** Progress and the caseload count alike. */
    private ValidatableResponse due(int due, int withdrawn) {
        caseload().body("items[0].adherence.due", equalTo(due));
        return progress("").body("adherence.due", equalTo(due), "adherence.withdrawn", equalTo(withdrawn));
    }

    @Test
    void aDoseIsToldOfTheWeeksThatAreOver() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        var assignment = dosed("");
        progress("").body("adherenceByAssignment", hasSize(0));
        answer(assignment, 0);
        answer(assignment, 1);
        Sandbox.moveTo(admin, "2027-03-08T01:00:00Z"); // a week is over, two of three
        progress("")
                .rootPath("adherenceByAssignment[0]")
                .body("assignmentId", equalTo(assignment), "dose.prescribed", equalTo(3), "dose.done", equalTo(2))
                .body("dose.ratio", equalTo(0.6667f), "dose.reason", nullValue());
        answer(assignment, 3);
        Sandbox.moveTo(admin, "2027-03-12T00:00:00Z");
        progress("")
                .body("adherenceByAssignment[0].dose.prescribed", equalTo(3))
                .body("adherenceByAssignment[0].dose.done", equalTo(2));
        Sandbox.moveTo(admin, "2027-03-15T01:00:00Z"); // another, one of three
        progress("")
                .body("adherenceByAssignment[0].dose.prescribed", equalTo(6))
                .body("adherenceByAssignment[0].dose.ratio", equalTo(0.5f));
        progress("?from=2027-03-10")
                .body("adherenceByAssignment[0].dose.prescribed", equalTo(3))
                .body("adherenceByAssignment[0].dose.ratio", equalTo(0.3333f));
    }

    @Test
    void aWeekThatRunsOnOrWaitsInAPauseIsNotHeldAgainstAnybody() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        var assignment = dosed(", \"dueAfter\": \"P2D\"");
        answer(assignment, 0);
        Sandbox.moveTo(admin, "2027-03-04T00:00:00Z"); // due, and still to be done
        progress("")
                .rootPath("adherenceByAssignment[0]")
                .body("adherence.due", equalTo(3), "adherence.open", equalTo(2))
                .body("dose.prescribed", equalTo(0), "dose.done", equalTo(0), "dose.ratio", nullValue())
                .body("dose.reason", equalTo("NOTHING_DUE"));
        answer(assignment, 1);
        answer(assignment, 2);
        Sandbox.moveTo(admin, "2027-03-08T01:00:00Z");
        progress("").body("adherenceByAssignment[0].dose.ratio", equalTo(1.0f));
        turn(assignment, "paused");
        Sandbox.moveTo(admin, "2027-03-16T01:00:00Z"); // one week waited, and another has begun
        progress("")
                .body("adherenceByAssignment[0].dose.prescribed", equalTo(3))
                .body("adherenceByAssignment[0].dose.ratio", equalTo(1.0f));
        turn(assignment, "active");
        Sandbox.moveTo(admin, "2027-03-23T01:00:00Z");
        progress("")
                .body("adherenceByAssignment[0].dose.done", equalTo(3))
                .body("adherenceByAssignment[0].dose.prescribed", equalTo(6));
    }

    @Test
    void whatHasNoDoseSaysSo() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        Work.assigned(
                clinician,
                client,
                "{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"2027-03-01\", \"rrule\": \"FREQ=DAILY;COUNT=3\", \"opensFor\": \"P1D\"}}");
        Sandbox.moveTo(admin, "2027-03-05T00:00:00Z");
        progress("")
                .rootPath("adherenceByAssignment[0]")
                .body("adherence.due", equalTo(3), "dose.prescribed", equalTo(0), "dose.ratio", nullValue())
                .body("dose.reason", equalTo("NO_DOSE_PLANNED"));
    }

    private String dosed(String more) {
        return Work.assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "endsOn": "2027-03-28"%s}, "dose": {"times": 3, "per": "week"}}
                """.formatted(more));
    }

    private void answer(String assignment, int place) {
        worlds.answer(client, task(assignment, place), Worlds.CALM);
    }

    private void turn(String assignment, String state) {
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"state\": \"" + state + "\", \"reason\": \"Away\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasDueBeforeItWasTakenAwayCountsAndWhatWasNotDoesNot() {
        Sandbox.moveTo(admin, "2027-03-01T09:00:00Z");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "2027-03-01", "rrule": "FREQ=WEEKLY;COUNT=3", "opensFor": "P6D", "dueAfter": "PT12H"}}
                """);
        Sandbox.moveTo(admin, "2027-03-03T09:00:00Z");
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"state\": \"ended\", \"reason\": \"Another one is better\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
        Sandbox.moveTo(admin, "2027-03-20T09:00:00Z");
        progress("")
                .body("adherence.due", equalTo(1), "adherence.completed", equalTo(0), "adherence.rate", equalTo(0f));
        caseload().body("items[0].adherence.due", equalTo(1), "items[0].adherence.completed", equalTo(0));
    }

    @Test
    void itTakesThreeQueriesWhateverThereIs() {
        Noting.ladder(client, 2, 5);
        Noting.log(client, Noting.task(clinician, client), Noting.DONE);
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        progress("");
        var few = during(() -> progress("")).stream()
                .filter(WorkProgressTest::isOfProgress)
                .toList();
        Noting.ladder(client, 1, 3, 6);
        for (var i = 0; i < 3; i++) {
            Noting.log(client, Noting.task(clinician, client), NO);
            worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        }
        var many = during(() -> progress("")).stream()
                .filter(WorkProgressTest::isOfProgress)
                .toList();
        assertThat(few).hasSize(3);
        assertThat(many).isEqualTo(few);
    }

    /** Counts alike. */
    private ValidatableResponse caseload() {
        return clinician.asks().get("/v1/caseload").then().statusCode(200);
    }

    /** Neither tenancy, nor who may, nor the trail. */
    private static boolean isOfProgress(String sql) {
        return !sql.contains("set_config")
                && !sql.contains("kith_authority")
                && !sql.contains("into audit_entry")
                && !sql.contains("kith_caseload");
    }

    private void skip(String task, String barrier) {
        client.asks()
                .body("{\"barrier\": \"" + barrier + "\"}")
                .post("/v1/tasks/" + task + "/skip")
                .then()
                .statusCode(200);
    }

    private String task(String assignment, int place) {
        var tasks = Work.tasks(clinician, assignment).stream()
                .sorted(java.util.Comparator.comparing(task -> (String) task.get("opensAt")))
                .toList();
        return (String) Objects.requireNonNull(tasks.get(place).get("id"));
    }

    private ValidatableResponse progress(String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200);
    }
}

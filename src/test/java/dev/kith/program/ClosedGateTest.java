package dev.kith.program;

import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.time.RealTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a client says that nobody is safe to ask any more, no asking that was given before goes on, in a program or not, until somebody is. */
@QuarkusTest
class ClosedGateTest {
    private static final Map<String, Object> NOBODY = Map.of("ksr-20.q0b", "no");
    private static final String RECEIVED =
            "{\"before\": {}, \"after\": {\"outcome\": \"asked-yes\"}, \"complete\": true}";
    private static final List<String> LATER = List.of("w4-receive", "w5-would-they-mind", "w6-share-one-feeling");

    @Inject
    People people;

    @Inject
    @RealTime
    Clock clock;

    Someone admin;
    Someone clinician;
    Someone client;
    Instant started;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        started = clock.instant();
    }

    @Test
    void anAnswerThatNobodyIsSafeHoldsTheAskingThatAProgramHasGivenAndTheCareTeamHears() {
        var walked = inWeekFour();
        var begun = openTask("receive-without-repaying");
        walked.answers("w4-ksr-20", NOBODY);
        for (var step : LATER) {
            assertThat(walked.waitsFor(step)).as(step).contains("exercise-gate-closed");
            assertThat(walked.state(step)).as(step).isEqualTo("waiting");
        }
        assertThat(walked.state("w4-hand-over")).as("needs nobody safe to ask").isEqualTo("assigned");
        assertThat(walked.read().getString("state")).isEqualTo("active");
        assertThat(openExercises()).doesNotContain("receive-without-repaying").contains("hand-over-one-task");
        client.asks()
                .body("{\"complete\": false}")
                .put("/v1/tasks/" + begun + "/log")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("gate-closed"), "errors[0].detail", equalTo("safe-person"));
        assertThat(happened(walked)).contains("step-held");
        alerts().body("items.rule", contains("gate-closed"), "items.severity", contains("notice"));
        assertThat(brief()).contains("steps-held", "alert-open");
        clinician
                .asks()
                .get("/v1/caseload")
                .then()
                .statusCode(200)
                .body("items[0].enrollments[0].stepsHeld", equalTo(held(walked)));
        assertThat(events("gate.closed")).isEqualTo(1);
        days(8);
        days(7);
        assertThat(openExercises()).doesNotContain("would-they-mind", "share-one-feeling", "receive-without-repaying");
    }

    @Test
    void whatAClosedGateHeldComesBackFromItsDateOrFromTodayWhenItOpens() {
        var walked = inWeekFour();
        var begun = openTask("receive-without-repaying");
        var closes = closesAt(begun);
        walked.answers("w4-ksr-20", NOBODY);
        var sixth = walked.plannedOn("w6-share-one-feeling");
        days(10);
        says(true);
        assertThat(walked.waitsFor("w4-receive"))
                .as("the program asks the client")
                .containsExactly("answered-otherwise");
        answers("yes");
        assertThat(walked.state("w4-receive")).isEqualTo("assigned");
        assertThat(closesAt(begun))
                .as("stays open for as long as it was held")
                .isEqualTo(closes.plus(10, ChronoUnit.DAYS));
        assertThat(openExercises().stream().filter("receive-without-repaying"::equals))
                .as("no more of it than before")
                .hasSize(2);
        var today = sixth.minusDays(4);
        assertThat(walked.step("w5-would-they-mind")).containsEntry("startsOn", today.toString());
        assertThat(firstDay(walked, "w5-would-they-mind"))
                .as("its week has passed")
                .isEqualTo(today);
        assertThat(openExercises().stream().filter("would-they-mind"::equals)).hasSize(2);
        assertThat(walked.step("w6-share-one-feeling")).containsEntry("startsOn", sixth.toString());
        assertThat(firstDay(walked, "w6-share-one-feeling")).isEqualTo(sixth);
        Noting.logs(client, begun, "{\"complete\": false}").statusCode(201);
    }

    @Test
    void aCliniciansWordHoldsPlainWorkAndOpensItAgain() {
        var open = ladder("{\"exercise\": \"asking-ladder\"");
        var planned = ladder("{\"exercise\": \"asking-ladder\", \"schedule\": {\"start\": \"" + day(2) + "\"}");
        var weekly = ladder("{\"exercise\": \"ask-and-notice\", \"schedule\": {\"start\": \"" + day(1)
                + "\", \"rrule\": \"FREQ=WEEKLY;COUNT=8\"}");
        var other = Work.assigned(clinician, client, "{\"exercise\": \"support-map\"}");
        var task = String.valueOf(Work.tasks(clinician, open).get(0).get("id"));
        var closes = closesAt(task);
        says(false);
        for (var held : List.of(open, planned, weekly)) {
            assignment(held)
                    .body("state", equalTo("paused"), "pauseReason", equalTo("gate-closed"))
                    .body("pausedByClient", equalTo(false));
        }
        assignment(other).body("state", equalTo("active"));
        assertThat(openExercises()).containsExactly("support-map");
        Noting.logs(client, task, Noting.DONE).statusCode(409).body("errors[0].code", equalTo("gate-closed"));
        for (var who : List.of(client, clinician)) {
            patches(who, open, "active").statusCode(409).body("errors[0].code", equalTo("gate-closed"));
        }
        alerts().body("items", empty());
        days(5);
        assertThat(openExercises()).containsExactly("support-map");
        says(true);
        assertThat(closesAt(task)).isEqualTo(closes.plus(5, ChronoUnit.DAYS));
        Noting.logs(client, task, Noting.DONE).statusCode(201);
        assertThat(days(planned)).as("from today").containsExactly(day(5));
        assertThat(days(weekly))
                .as("its days of the week stay")
                .contains(day(8))
                .doesNotContain(day(5), day(6));
        assignment(weekly).body("state", equalTo("active"), "pauseReason", nullValue());
        says(true);
        assertThat(days(planned)).as("said again").containsExactly(day(5));
    }

    @Test
    void whatSomebodyPausedThemselvesStaysPausedWhenTheGateOpensAndCannotGoOnBefore() {
        var assignment = ladder("{\"exercise\": \"asking-ladder\"");
        patches(client, assignment, "paused").statusCode(200);
        says(false);
        patches(client, assignment, "active").statusCode(409).body("errors[0].code", equalTo("gate-closed"));
        says(true);
        assignment(assignment).body("state", equalTo("paused"), "pauseReason", nullValue());
        patches(client, assignment, "active").statusCode(200);
    }

    @Test
    void whatSomebodyPausesWhileAGateHoldsItStaysPaused() {
        var mine = ladder("{\"exercise\": \"asking-ladder\"");
        var theirs = ladder("{\"exercise\": \"ask-and-notice\"");
        says(false);
        patches(client, mine, "paused").statusCode(200);
        patches(clinician, theirs, "paused").statusCode(200);
        says(true);
        for (var one : List.of(mine, theirs)) {
            assignment(one).body("state", equalTo("paused"), "pauseReason", nullValue());
        }
    }

    @Test
    void whatAGateHeldWhenAClientLeftDoesNotGoOnByItselfWhenTheyComeBack() {
        var held = ladder("{\"exercise\": \"asking-ladder\"");
        says(false);
        archived("true");
        archived("false");
        says(true);
        assignment(held).body("state", equalTo("paused"), "pauseReason", equalTo("client-archived"));
    }

    @Test
    void whatAGateHoldsOfAStepThatIsDoneRestsWithItsProgram() {
        var walked = inWeekFour();
        var task = openTask("receive-without-repaying");
        Noting.logs(client, task, RECEIVED).statusCode(201);
        assertThat(walked.state("w4-receive")).isEqualTo("done");
        assertThat(openExercises()).as("once more this week").contains("receive-without-repaying");
        says(false);
        walked.does("pause");
        says(true);
        assertThat(openExercises()).as("the program rests").doesNotContain("receive-without-repaying");
        days(1);
        walked.does("resumption");
        assertThat(openExercises()).contains("receive-without-repaying");
    }

    @Test
    void whatAGateHeldWhenItsProgramRestedIsNotDueAndStaysOpenForAllThatTimeMore() {
        var walked = inWeekFour();
        Noting.logs(client, openTask("receive-without-repaying"), RECEIVED).statusCode(201);
        var task = openTask("receive-without-repaying");
        people.run(
                client.practice(),
                "update task set due_at = opens_at + interval '2 days' where practice_id = kith_practice() and id = ?::uuid",
                task);
        var given = String.valueOf(walked.step("w4-receive").get("assignmentId"));
        var closes = closesAt(task);
        says(false);
        days(3);
        due(given, 0);
        walked.does("pause");
        due(given, 0);
        days(2);
        walked.does("resumption");
        assignment(given).body("state", equalTo("paused"), "pauseReason", equalTo("gate-closed"));
        due(given, 0);
        days(1);
        walked.does("pause");
        says(true);
        assertThat(openExercises()).as("the program rests").doesNotContain("receive-without-repaying");
        due(given, 0);
        days(2);
        walked.does("resumption");
        assignment(given).body("state", equalTo("active"));
        assertThat(openTask("receive-without-repaying")).isEqualTo(task);
        assertThat(closesAt(task)).isEqualTo(closes.plus(8, ChronoUnit.DAYS));
        due(given, 0);
        days(3);
        due(given, 1);
    }

    @Test
    void whatAClosedGateHeldWhenItsProgramRestedAndTheClientLeftGoesOnWithTheProgram() {
        var walked = inWeekFour();
        Noting.logs(client, openTask("receive-without-repaying"), RECEIVED).statusCode(201);
        var done = String.valueOf(walked.step("w4-receive").get("assignmentId"));
        var later = String.valueOf(walked.step("w5-would-they-mind").get("assignmentId"));
        says(false);
        days(3);
        walked.does("pause");
        days(1);
        archived("true");
        assertThat(openExercises()).isEmpty();
        archived("false");
        says(true);
        assertThat(openExercises()).as("the program rests").doesNotContain("receive-without-repaying");
        walked.does("resumption");
        assertThat(openExercises()).contains("receive-without-repaying");
        assignment(done).body("state", equalTo("active"));
        assignment(later).body("state", equalTo("active"));
    }

    /** How much of an assignment counts as due and undone. */
    private void due(String assignment, int many) {
        List<Map<String, Integer>> work = clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .path("adherenceByAssignment.findAll { it.assignmentId == '%s' }.adherence".formatted(assignment));
        assertThat(work.stream()
                        .mapToInt(one -> one.getOrDefault("due", -1) - one.getOrDefault("completed", 0))
                        .sum())
                .isEqualTo(many);
    }

    @Test
    void whatAClinicianOpensAtOnceIsFollowedOnce() {
        var walked = inWeekFour();
        says(false);
        var one = looks(walked, "w5-would-they-mind", "\"safe-person\"");
        says(false);
        var more = looks(walked, "w6-share-one-feeling", "\"safe-person\", \"somebody-near\", \"a-quiet-place\"");
        assertThat(one).isPositive();
        assertThat(more).isEqualTo(one);
    }

    /** How often it is looked which programs run. */
    private static long looks(Walked walked, String step, String gates) {
        return Statements.during(() -> walked.does(
                        "steps/" + step + "/opening",
                        "{\"reason\": \"Her sister is safe\", \"opensGates\": [" + gates + "]}"))
                .stream()
                .filter(sql -> sql.contains("from enrollment "))
                .count();
    }

    private void archived(String archived) {
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"archived\": " + archived + "}")
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyIsRemindedOfWhatAClosedGateHolds() {
        admin.asks()
                .header("If-Match", "*")
                .body("{\"rules\": [{\"channel\": \"event\", \"moment\": \"opens\"}], \"mostPerDay\": 9}")
                .put("/v1/practice/reminder-rules")
                .then()
                .statusCode(200);
        var held = ladder("{\"exercise\": \"asking-ladder\", \"schedule\": {\"start\": \"" + day(1) + "T12:00\"}");
        var free = Work.assigned(
                clinician,
                client,
                "{\"exercise\": \"support-map\", \"schedule\": {\"start\": \"" + day(1) + "T12:00\"}}");
        says(false);
        days(3);
        assertThat(reminded(held)).isZero();
        assertThat(reminded(free)).isEqualTo(1);
    }

    @Test
    void whatAProgramPausedMeanwhileIsHeldWhenItGoesOn() {
        var walked = inWeekFour();
        walked.does("pause");
        says(false);
        days(3);
        walked.does("resumption");
        for (var step : LATER) {
            assertThat(walked.state(step)).as(step).isEqualTo("waiting");
        }
        assertThat(openExercises()).doesNotContain("receive-without-repaying");
        says(true);
        assertThat(openExercises()).contains("receive-without-repaying");
    }

    private Walked inWeekFour() {
        answers("yes");
        var walked = Walked.into(clinician, client, "{\"program\": \"%s\", \"startsOn\": \"" + day(-28) + "\"}", TRUST);
        for (var step : LATER) {
            assertThat(walked.state(step)).as(step).isEqualTo("assigned");
        }
        return walked;
    }

    /** Whether somebody is safe to ask. */
    private void answers(String safe) {
        var assignment = Work.assigned(clinician, client, "{\"questionnaire\": \"ksr-20\"}");
        client.asks()
                .body("{\"answers\": {\"ksr-20.q0b\": \"%s\"}, \"complete\": true}".formatted(safe))
                .put("/v1/tasks/" + Work.tasks(clinician, assignment).get(0).get("id") + "/response")
                .then()
                .statusCode(201);
    }

    private String ladder(String body) {
        return Work.assigned(
                clinician,
                client,
                body + ", \"opensGates\": [\"safe-person\"], \"reason\": \"Her sister is safe to ask.\"}");
    }

    private void says(boolean opens) {
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": %s, \"reason\": \"We talked about it.\"}"
                        .formatted(opens))
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse assignment(String id) {
        return clinician.asks().get("/v1/assignments/" + id).then().statusCode(200);
    }

    private ValidatableResponse patches(Someone who, String assignment, String state) {
        return who.asks()
                .header("If-Match", assignment(assignment).extract().header("ETag"))
                .body("{\"state\": \"" + state + "\"}")
                .patch("/v1/assignments/" + assignment)
                .then();
    }

    /** One at a time, each call with its own time limit. */
    private void days(int days) {
        for (var day = 0; day < days; day++) {
            new Walked(clinician, client, "").forward("P1D");
        }
    }

    private String openTask(String exercise) {
        return client.asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .path("items.find { it.exercise == '" + exercise + "' }.id");
    }

    private List<String> openExercises() {
        return client.asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .jsonPath()
                .getList("items.findAll { it.exercise != null }.exercise");
    }

    private Instant closesAt(String task) {
        return Instant.parse(clinician.asks().get("/v1/tasks/" + task).path("closesAt"));
    }

    private LocalDate day(int later) {
        return LocalDate.ofInstant(started, ZoneId.of("Europe/Berlin")).plusDays(later);
    }

    /** The days on which what stands of an assignment opens, or has opened and is open. */
    private List<LocalDate> days(String assignment) {
        return Work.tasks(clinician, assignment).stream()
                .filter(task -> List.of("scheduled", "open").contains(task.get("state")))
                .map(task -> LocalDate.parse(String.valueOf(task.get("local")).substring(0, 10)))
                .toList();
    }

    private LocalDate firstDay(Walked walked, String step) {
        return days(String.valueOf(walked.step(step).get("assignmentId"))).get(0);
    }

    private ValidatableResponse alerts() {
        return clinician.asks().get("/v1/alerts").then().statusCode(200);
    }

    private List<String> brief() {
        return JsonPath.from(clinician
                        .asks()
                        .get("/v1/clients/" + client.id() + "/brief")
                        .asString())
                .getList("sections.lines.flatten().code");
    }

    private static int held(Walked walked) {
        return walked.read()
                .getList("steps.findAll { it.state == 'waiting' && it.assignmentId != null }")
                .size();
    }

    private long events(String kind) {
        return people.count(client.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    private long reminded(String assignment) {
        return people.count(client.practice(), """
                select count(*) from reminder r join task t on t.practice_id = r.practice_id and t.id = r.task_id
                where t.assignment_id = ?::uuid and r.state = 'sent'
                """, assignment);
    }

    private List<String> happened(Walked walked) {
        return clinician
                .asks()
                .get("/v1/enrollments/" + walked.id() + "/history")
                .jsonPath()
                .getList("items.what");
    }
}

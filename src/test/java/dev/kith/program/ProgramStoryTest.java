package dev.kith.program;

import static dev.kith.program.Walked.SOMATIC;
import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two programs that ship, walked week by week on a sandbox's clock. */
@QuarkusTest
class ProgramStoryTest {
    private static final Map<String, Object> SAFE = Map.of("ksr-20.q0b", "yes");

    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.sandbox().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void atFirstWhatNothingStandsAgainstIsGivenAndTheRestWaits() {
        var walked = Walked.into(clinician, client, TRUST);
        assertThat(walked.state("w0-five-senses")).isEqualTo("assigned");
        assertThat(walked.state("w1-evening-journal")).isEqualTo("assigned");
        assertThat(walked.waitsFor("w0-review")).containsExactly("step-not-done", "step-not-done");
        assertThat(walked.waitsFor("w2-build-ladder")).containsExactly("not-answered", "exercise-gate-closed");
        assertThat(walked.waitsFor("w5-body")).containsExactly("waits-for-word");
        assertThat(walked.read().getList("offers"))
                .containsExactly("w0-pcl-5", "w4-group", "w5-where-i-learned-it", "w7-letter", "w8-pcl-5");
        var open = client.asks().get("/v1/me/tasks?state=open&limit=200").jsonPath();
        assertThat(open.getList("items.exercise")).containsOnlyOnce("reading-healthy-and-hyper");
        assertThat(open.getList("items.findAll { it.exercise == 'grounding-five-senses' }"))
                .hasSize(3);
        assertThat(walked.plannedOn("w8-closing"))
                .isEqualTo(walked.plannedOn("w0-review").plusWeeks(8));
        assertThat(walked.plannedOn("w20-follow-up"))
                .isEqualTo(walked.plannedOn("w0-review").plusWeeks(20));
    }

    @Test
    void weekByWeekGatesOpenAsStepsAreDone() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.answers("w0-ksr-20", SAFE);
        assertThat(walked.state("w0-ksr-20")).isEqualTo("done");
        assertThat(walked.state("w2-build-ladder"))
                .as("the answer opens its gates")
                .isEqualTo("assigned");
        assertThat(walked.state("w0-review")).isEqualTo("waiting");
        walked.answers("w0-phq-9");
        assertThat(walked.step("w0-review")).containsEntry("state", "planned").containsEntry("due", true);
        assertThat(walked.state("w1-slow-breath")).isEqualTo("waiting");
        walked.finishes("w0-review");
        assertThat(walked.state("w1-slow-breath")).isEqualTo("assigned");
        assertThat(walked.read().getInt("currentWeek")).isZero();
        walked.forward("P7D");
        assertThat(walked.read().getInt("currentWeek")).isEqualTo(1);
        assertThat(openExercises()).contains("slow-breath", "im-fine-pause", "evening-journal");
        walked.forward("P14D");
        walked.answers("w3-phq-9");
        walked.answers("w3-gad-7");
        assertThat(walked.step("w3-early-look")).containsEntry("due", true);
        assertThat(walked.waitsFor("w3-rungs-1-2")).containsExactly("step-not-done");
        walked.does("steps/w2-ladder-review/omission");
        assertThat(walked.state("w3-rungs-1-2"))
                .as("left out, nobody waits for it")
                .isEqualTo("assigned");
    }

    @Test
    void anAnswerThatSaysNoOneIsSafeKeepsTheAsksClosedUntilAClinicianSaysOtherwise() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.answers("w0-ksr-20", Map.of("ksr-20.q0b", "no"));
        assertThat(walked.waitsFor("w2-ask-and-notice")).containsExactly("answered-otherwise", "exercise-gate-closed");
        walked.does("steps/w2-ask-and-notice/opening");
        assertThat(walked.waitsFor("w2-ask-and-notice"))
                .as("the exercise keeps its own")
                .containsExactly("exercise-gate-closed");
        walked.does(
                "steps/w2-ask-and-notice/opening",
                "{\"reason\": \"Her sister is safe\", \"opensGates\": [\"safe-person\"]}");
        assertThat(walked.state("w2-ask-and-notice")).isEqualTo("assigned");
        assertThat(walked.waitsFor("w2-build-ladder")).as("a word for one step").containsExactly("answered-otherwise");
    }

    @Test
    void whateverChangesWhatAReaderSeesChangesTheTag() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.does("steps/w2-ask-and-notice/opening");
        var waiting = tag(walked);
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": true, \"reason\": \"Her sister is safe\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
        assertThat(walked.state("w2-ask-and-notice")).isEqualTo("assigned");
        var given = tag(walked);
        assertThat(given).as("given, and nobody told").isNotEqualTo(waiting);
        walked.logs("w0-five-senses");
        var once = tag(walked);
        walked.logs("w0-five-senses");
        assertThat(walked.step("w0-five-senses")).containsEntry("tasksDone", 2);
        assertThat(tag(walked)).as("done, and once more").isNotEqualTo(once);
    }

    private String tag(Walked walked) {
        return clinician.asks().get("/v1/enrollments/" + walked.id()).header("ETag");
    }

    @Test
    void aCriticalAnswerHoldsUntilAClinicianSpeaks() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.answers("w0-phq-9", Walked.critical());
        assertThat(walked.read().getString("state")).isEqualTo("held");
        assertThat(walked.waitsFor("w1-evening-journal")).containsExactly("critical-answer-open");
        assertThat(walked.state("w0-five-senses")).as("what has opened stays").isEqualTo("assigned");
        clinician.asks().get("/v1/alerts").then().body("items.kind", hasItem("answer"));
        walked.forward("P8D");
        assertThat(openExercises()).doesNotContain("evening-journal");
        walked.tries(client, "release", "{\"reason\": \"I am fine\"}").statusCode(403);
        var released = walked.does("release", "{\"reason\": \"Spoke on the phone, plan made\"}");
        assertThat(released.getString("state")).isEqualTo("active");
        assertThat(openExercises()).as("from today, for its week has passed").contains("evening-journal");
        walked.tries(clinician, "release", "{\"reason\": \"Again\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("nothing-to-release"));
        assertThat(happened(walked)).contains("held", "released");
    }

    @Test
    void aPauseOfTwoWeeksMovesWhatIsToComeByTwoWeeks() {
        var walked = Walked.into(clinician, client, SOMATIC);
        walked.forward("P1D");
        var before = walked.plannedOn("w3-ask-and-notice");
        walked.tries(client, "pause", "{\"reason\": \"Too much right now\"}")
                .statusCode(200)
                .body("state", equalTo("paused"), "pausedByClient", equalTo(true));
        assertThat(openExercises()).isEmpty();
        walked.tries(client, "resumption", "{\"reason\": \"Better\"}").statusCode(403);
        walked.forward("P14D");
        var resumed = walked.does("resumption");
        assertThat(resumed.getString("state")).isEqualTo("active");
        assertThat(walked.plannedOn("w3-ask-and-notice")).isEqualTo(before.plusDays(14));
        assertThat(walked.plannedOn("w0-review"))
                .as("its time has come already")
                .isEqualTo(before.minusWeeks(3));
        assertThat(resumed.getInt("currentWeek")).isZero();
        assertThat(resumed.getString("startsOn")).isEqualTo(before.minusDays(7).toString());
        var reading = walked.step("w1-body-alarms");
        var task = firstTask(reading);
        assertThat((String) task.get("local")).as("with its work").startsWith(before.toString());
        assertThat(reading.get("startsOn")).isEqualTo(before.toString());
        walked.answers("w0-ksr-20", SAFE);
        assertThat(walked.state("w0-ksr-20"))
                .as("what was open stays open for as much longer")
                .isEqualTo("done");
    }

    @Test
    void aWeekIsRepeatedAndLaterWeeksLieAWeekLater() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.answers("w0-phq-9");
        walked.forward("P15D");
        var third = walked.plannedOn("w3-thought-record");
        walked.tries(clinician, "weeks/5/repetition", "{\"reason\": \"Why not\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("nothing-to-repeat"));
        var repeated = walked.does("weeks/2/repetition");
        assertThat(repeated.getList("steps.findAll { it.round == 2 }.step")).containsExactly("w2-support-map");
        assertThat(walked.plannedOn("w2-support-map")).isEqualTo(third);
        assertThat(walked.plannedOn("w3-thought-record")).isEqualTo(third.plusDays(7));
        assertThat(walked.step("w3-thought-record").get("startsOn"))
                .isEqualTo(third.plusDays(7).toString());
        walked.forward("P7D");
        assertThat(walked.read().getInt("currentWeek")).as("week two again").isEqualTo(2);
        var back = walked.does("steps/w0-five-senses/repetition");
        assertThat(back.getList("steps.findAll { it.step == 'w0-five-senses' }.round"))
                .containsExactly(1, 2);
        assertThat(openExercises()).contains("grounding-five-senses");
        walked.tries(clinician, "steps/w0-phq-9/repetition", "{\"reason\": \"Why not\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("not-repeatable"));
    }

    @Test
    void whatIsStillToComeIsMovedAndWhatHasOpenedStays() {
        var walked = Walked.into(clinician, client, TRUST);
        walked.forward("P8D");
        var first = walked.plannedOn("w0-five-senses");
        var moved = walked.does("move", "{\"startsOn\": \"%s\", \"reason\": \"Exams\"}".formatted(first.plusDays(10)));
        assertThat(moved.getString("beganOn")).isEqualTo(first.toString());
        assertThat(walked.plannedOn("w1-evening-journal")).as("has opened").isEqualTo(first.plusDays(7));
        assertThat(walked.plannedOn("w2-support-map")).isEqualTo(first.plusDays(24));
        assertThat((String) firstTask(walked.step("w2-support-map")).get("local"))
                .startsWith(first.plusDays(24).toString());
        walked.tries(clinician, "move", "{\"startsOn\": \"%s\", \"reason\": \"Early\"}".formatted(first.minusDays(10)))
                .statusCode(422)
                .body("errors[0].code", equalTo("before-today"));
    }

    @Test
    void leavingEndsWhatWasGivenAndKeepsWhatWasDone() {
        var walked = Walked.into(clinician, client, SOMATIC);
        walked.answers("w0-phq-4");
        var left = walked.does("departure", "{\"reason\": \"Found what she needed\"}");
        assertThat(left.getString("state")).isEqualTo("left");
        assertThat(walked.state("w0-phq-4")).isEqualTo("done");
        assertThat(walked.state("w0-ksr-20")).isEqualTo("cancelled");
        assertThat(client.asks().get("/v1/me/tasks?state=open").jsonPath().getList("items"))
                .isEmpty();
        walked.tries(clinician, "pause", "{\"reason\": \"Late\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("enrollment-ended"));
        Walked.into(clinician, client, SOMATIC);
    }

    @Test
    void theSomaticProgramIsWalkedToItsEnd() {
        var walked = Walked.into(clinician, client, SOMATIC);
        walked.answers("w0-ksr-20", SAFE);
        walked.answers("w0-phq-4");
        walked.finishes("w0-review");
        assertThat(walked.state("w1-five-senses")).isEqualTo("assigned");
        walked.does("steps/w2-mindful-touch/addition");
        assertThat(walked.state("w2-mindful-touch")).as("added with a word").isEqualTo("assigned");
        walked.forward("P7D");
        walked.logs("w1-five-senses");
        assertThat(walked.step("w1-five-senses")).containsEntry("state", "done").containsEntry("tasksDone", 1);
        assertThat(walked.state("w2-slow-breath")).as("once is enough").isEqualTo("assigned");
        walked.forward("P9D");
        walked.finishes("w2-look");
        assertThat(walked.state("w3-ask-and-notice")).isEqualTo("assigned");
        walked.does("steps/w4-first-rungs/opening");
        walked.forward("P13D");
        walked.answers("w4-ksr-20", SAFE);
        walked.answers("w4-phq-4");
        walked.finishes("w4-closing");
        assertThat(walked.read().getString("state"))
                .as("something can be done still")
                .isEqualTo("active");
        walked.forward("P8D");
        assertThat(walked.read().getString("state"))
                .as("what was left undone keeps it no longer than its own time")
                .isEqualTo("completed");
        assertThat(walked.read().getInt("progress.done")).isEqualTo(8);
        assertThat(walked.inState("undone")).contains("w1-body-alarms", "w3-ask-and-notice");
        assertThat(walked.read().getInt("progress.undone"))
                .isEqualTo(walked.inState("undone").size());
        assertThat(walked.inState("assigned")).isEmpty();
        assertThat(happened(walked)).startsWith("completed").contains("step-undone");
        assertThat(client.asks().get("/v1/me/tasks?state=open").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void whatWaitsForAStepThatWasLeftUndoneIsShownToTheClinicianWhoGivesItAgainOrLeavesItOut() {
        var walked = Walked.into(clinician, client, SOMATIC);
        assertThat(reviews()).isEmpty();
        walked.forward("P15D");
        assertThat(walked.state("w0-ksr-20")).isEqualTo("undone");
        assertThat(walked.state("w0-review")).isEqualTo("waiting");
        assertThat(walked.step("w0-review")).containsEntry("due", true).containsEntry("blockedBy", "w0-ksr-20");
        assertThat(reviews()).containsExactly("w0-review for w0-ksr-20", "w2-look for null");
        assertThat(walked.readBy(client).getList("steps.findAll { it.blockedBy != null }"))
                .as("for the care team")
                .isEmpty();
        clinician.asks().get("/v1/caseload").then().body("items[0].enrollments[0].reviewsDue", equalTo(2));
        walked.does("steps/w0-ksr-20/repetition");
        assertThat(walked.step("w0-ksr-20")).containsEntry("round", 2).containsEntry("state", "assigned");
        assertThat(reviews()).as("the other one was not done either").contains("w0-review for w0-phq-4");
        walked.does("steps/w0-phq-4/omission");
        assertThat(walked.state("w0-phq-4")).isEqualTo("skipped");
        assertThat(reviews()).as("the client has the questions again").containsExactly("w2-look for null");
        walked.answers("w0-ksr-20", SAFE);
        assertThat(reviews()).contains("w0-review for null");
        walked.finishes("w0-review");
        walked.forward("P8D");
        assertThat(walked.state("w1-five-senses")).isEqualTo("undone");
        assertThat(reviews())
                .as("a client's step, too, when only a clinician moves it on")
                .contains("w2-slow-breath for w1-five-senses");
        walked.does("steps/w2-slow-breath/opening");
        assertThat(walked.state("w2-slow-breath")).isEqualTo("assigned");
        assertThat(reviews()).doesNotContain("w2-slow-breath for w1-five-senses");
    }

    @Test
    void aStepWhoseOnlyTaskTheClientSkippedIsOverAndOneThatWasDoneOnceIsDone() {
        var walked = Walked.into(clinician, client, SOMATIC);
        String task = clinician
                .asks()
                .get("/v1/assignments/" + walked.step("w0-phq-4").get("assignmentId") + "/tasks")
                .path("items[0].id");
        client.asks()
                .body("{\"barrier\": \"no-time\"}")
                .post("/v1/tasks/" + task + "/skip")
                .then()
                .statusCode(200);
        walked.answers("w0-ksr-20");
        walked.forward("PT1H");
        assertThat(walked.state("w0-phq-4")).isEqualTo("undone");
        assertThat(walked.state("w0-ksr-20")).isEqualTo("done");
        walked.forward("P15D");
        assertThat(walked.state("w0-ksr-20")).isEqualTo("done");
    }

    private List<String> reviews() {
        return clinician
                .asks()
                .get("/v1/reviews")
                .jsonPath()
                .getList("items.collect { it.step + ' for ' + it.blockedBy }");
    }

    private List<String> openExercises() {
        return client.asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .jsonPath()
                .getList("items.findAll { it.exercise != null }.exercise");
    }

    private Map<String, Object> firstTask(Map<String, Object> step) {
        return clinician
                .asks()
                .get("/v1/assignments/" + step.get("assignmentId") + "/tasks")
                .jsonPath()
                .getMap("items.findAll { it.state != 'cancelled' }[0]");
    }

    private List<String> happened(Walked walked) {
        return clinician
                .asks()
                .get("/v1/enrollments/" + walked.id() + "/history")
                .jsonPath()
                .getList("items.what");
    }
}

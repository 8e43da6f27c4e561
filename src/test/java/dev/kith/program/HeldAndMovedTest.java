package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is decided about a program, in whatever order: the day that a step says is the day on which its work opens. */
@QuarkusTest
class HeldAndMovedTest {
    private static final String WHY = "{\"reason\": \"As we said\"}";
    private static final int DECISIONS = 16;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        publish();
    }

    @Test
    void whatWasHeldAndThenPausedComesOnTheDayOfItsRelease() {
        var walked = Walked.into(clinician, client, "ours");
        var begins = walked.plannedOn("first");
        days(walked, 10);
        critical();
        assertThat(walked.state("second")).isEqualTo("waiting");
        days(walked, 6);
        walked.does("pause", WHY);
        days(walked, 10);
        walked.does("resumption", WHY);
        days(walked, 2);
        walked.does("release", WHY);
        assertThat(walked.step("second"))
                .containsEntry("startsOn", begins.plusDays(28).toString());
        assertThat(days(walked.step("second"))).containsExactly(begins.plusDays(28));
        assertThat(days(walked.step("third"))).containsExactly(begins.plusDays(31));
        agrees(walked, List.of("the story"));
    }

    @Test
    void whatOpenedWhileItWasHeldIsNotThereTwice() {
        var walked = Walked.into(clinician, client, "ours");
        var begins = walked.plannedOn("first");
        days(walked, 10);
        critical();
        days(walked, 6);
        walked.does("release", WHY);
        assertThat(days(walked.step("second"))).containsExactly(begins.plusDays(16));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theDayOfAStepAndOfItsWorkAgreeAfterAnyDecisions(long seed) {
        var random = new Random(seed);
        var walked = Walked.into(clinician, client, "ours");
        var did = new ArrayList<String>();
        for (var i = 0; i < DECISIONS; i++) {
            did.add(decides(walked, random));
            agrees(walked, did);
        }
    }

    /** One at a time, each call with its own time limit. */
    private static void days(Walked walked, int days) {
        for (var day = 0; day < days; day++) {
            walked.forward("P1D");
        }
    }

    /** Something; what cannot be done now is refused, which is an answer, too. */
    private String decides(Walked walked, Random random) {
        var what = random.nextInt(10);
        return switch (what) {
            case 0 -> tries(walked, "pause", WHY);
            case 1 -> tries(walked, "resumption", WHY);
            case 2 -> tries(walked, "release", WHY);
            case 3 -> {
                critical();
                yield "critical";
            }
            case 4 -> says(random.nextBoolean());
            case 5 -> {
                var day = LocalDate.parse(walked.read().getString("startsOn")).plusDays(random.nextInt(12) - 3L);
                yield tries(walked, "move", "{\"startsOn\": \"%s\", \"reason\": \"Exams\"}".formatted(day));
            }
            case 6 -> tries(walked, "weeks/" + random.nextInt(4) + "/repetition", WHY);
            case 7 -> tries(walked, "steps/" + List.of("first", "second").get(random.nextInt(2)) + "/repetition", WHY);
            default -> {
                var days = 1 + random.nextInt(5);
                days(walked, days);
                yield days + " days";
            }
        };
    }

    private String tries(Walked walked, String what, String body) {
        return what + " " + walked.tries(clinician, what, body).extract().statusCode();
    }

    private String says(boolean opens) {
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": %s, \"reason\": \"We talked.\"}".formatted(opens))
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
        return "gate " + opens;
    }

    private void critical() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
    }

    /** Of each step that the client has, once or now; held ones, too, that were not to open yet. */
    private void agrees(Walked walked, List<String> did) {
        var now = walked.read();
        if (now.getString("state").equals("paused")) {
            return; // what closed in a pause is open again when it is over
        }
        List<Map<String, Object>> steps = now.getList("steps");
        for (var step : steps) {
            if ("assigned".equals(step.get("state"))) {
                assertThat(days(step))
                        .as("%s round %s after %s", step.get("step"), step.get("round"), did)
                        .containsExactly(LocalDate.parse(String.valueOf(step.get("startsOn"))));
            }
        }
    }

    /** On which what can be done, now or later, has opened or opens. */
    private List<LocalDate> days(Map<String, Object> step) {
        return Work.tasks(clinician, String.valueOf(step.get("assignmentId"))).stream()
                .filter(task -> List.of("scheduled", "open").contains(task.get("state")))
                .map(task -> LocalDate.parse(String.valueOf(task.get("local")).substring(0, 10)))
                .toList();
    }

    /** A step a week; one in a program that looks at critical answers, and one that needs somebody safe to ask. */
    private void publish() {
        admin.asks().body("""
                {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."},
                 "weeks": 3, "gates": [{"kind": "no-critical-alert"}], "steps": [
                   {"code": "first", "week": 0, "type": "exercise", "key": "im-fine-pause", "repeatable": true, "words": {"en": "One."}},
                   {"code": "second", "week": 2, "type": "exercise", "key": "im-fine-pause", "repeatable": true, "words": {"en": "Two."}},
                   {"code": "third", "week": 3, "type": "exercise", "key": "ask-and-notice", "repeatable": true, "words": {"en": "Three."}}]}
                """).post("/v1/programs").then().statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(200);
        says(true);
    }
}

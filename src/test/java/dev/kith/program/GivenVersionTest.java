package dev.kith.program;

import static dev.kith.house.OwnExercise.json;
import static dev.kith.house.OwnExercise.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnExercise;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Phq9;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was given in a program keeps its version: gates of that one hold it, and not those of a newer one, nor of none. */
@QuarkusTest
class GivenVersionTest {
    private static final String GATES = "\"gates\": [{\"code\": \"word\", \"text\": {\"en\": \"Ask me first.\"}}],";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aGateOfANewerVersionHoldsNothingThatWasGivenBefore() {
        publish(json("walk").replace(GATES, ""));
        var walked = Walked.into(clinician, client, "ours");
        assertThat(walked.state("now")).isEqualTo("assigned");
        next(json("walk"));
        happens();
        for (var step : new String[] {"now", "later"}) {
            assertThat(walked.state(step)).as(step).isEqualTo("assigned");
            work(walked, step, "active");
        }
        var other = people.clientOf(clinician);
        assertThat(Walked.into(clinician, other, "ours").waitsFor("now"))
                .as("what is given now is given with it")
                .containsExactly("exercise-gate-closed");
    }

    @Test
    void aGateOfTheGivenVersionHoldsAlthoughTheNewerOneHasNone() {
        publish(json("walk"));
        word(true);
        var walked = Walked.into(clinician, client, "ours");
        assertThat(walked.state("later")).isEqualTo("assigned");
        next(json("walk").replace(GATES, ""));
        word(false);
        for (var step : new String[] {"now", "later"}) {
            assertThat(walked.state(step)).as(step).isEqualTo("waiting");
            assertThat(walked.waitsFor(step)).as(step).containsExactly("exercise-gate-closed");
            work(walked, step, "paused");
        }
        happens();
        assertThat(walked.state("later")).isEqualTo("waiting");
        word(true);
        for (var step : new String[] {"now", "later"}) {
            assertThat(walked.state(step)).as(step).isEqualTo("assigned");
            work(walked, step, "active");
        }
    }

    private void work(Walked walked, String step, String state) {
        clinician
                .asks()
                .get("/v1/assignments/" + walked.step(step).get("assignmentId"))
                .then()
                .body("state", equalTo(state), "version", equalTo(1));
    }

    /** Something that its program follows. */
    private void happens() {
        Phq9.givenOn(
                clinician,
                client,
                Phq9.answers(3),
                Instant.now().minusSeconds(60).toString());
    }

    private void word(boolean opens) {
        clinician
                .asks()
                .body("{\"gate\": \"word\", \"opens\": %s, \"reason\": \"We talked.\"}".formatted(opens))
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
    }

    private void publish(String definition) {
        OwnExercise.publish(admin, definition, "walk");
        admin.asks().body("""
                {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."}, "weeks": 3, "steps": [
                  {"code": "now", "week": 0, "type": "exercise", "key": "walk", "words": {"en": "Walk."}},
                  {"code": "later", "week": 2, "type": "exercise", "key": "walk", "words": {"en": "Walk again."}}]}
                """).post("/v1/programs").then().statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(200);
    }

    private void next(String definition) {
        admin.asks().body("{}").post("/v1/exercises/walk/versions").then().statusCode(201);
        admin.asks()
                .header("If-Match", "*")
                .body(definition.replace("\"version\": 1", "\"version\": 2"))
                .put(path("walk", 2) + "/definition")
                .then()
                .statusCode(200);
        admin.asks()
                .body("{\"change\": \"substantive\"}")
                .post(path("walk", 2) + "/publication")
                .then()
                .statusCode(200);
    }
}

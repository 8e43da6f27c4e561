package dev.kith.program;

import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.Work;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the mid-way review two weeks may be done once more: they come in the order in which they were asked for. */
@QuarkusTest
class RepeatedWeeksTest {
    @Inject
    People people;

    @ParameterizedTest
    @CsvSource({"2, w2-support-map, 3, w3-thought-record", "3, w3-thought-record, 2, w2-support-map"})
    void repeatedWeeksFollowEachOtherAsTheyWereAskedFor(int one, String first, int other, String second) {
        var clinician = people.clinician(people.sandbox().practice());
        var walked = Walked.into(clinician, people.clientOf(clinician), TRUST);
        var start = walked.plannedOn("w0-five-senses");
        walked.forward("P15D");
        walked.forward("P15D");
        walked.does("weeks/" + one + "/repetition");
        assertThat(walked.plannedOn(first)).isEqualTo(start.plusDays(35));
        walked.does("weeks/" + other + "/repetition");
        comesOn(walked, first, 2, start.plusDays(35));
        comesOn(walked, second, 2, start.plusDays(42));
        comesOn(walked, "w5-need-script", 1, start.plusDays(49));
        walked.tries(clinician, "weeks/" + one + "/repetition", "{\"reason\": \"Again\"}")
                .statusCode(409);
        walked.forward("P6D");
        assertThat(walked.step(first)).as("begun").containsEntry("round", 2);
        assertThat(open(walked)).contains(key(walked, first)).doesNotContain(key(walked, second));
        walked.forward("P7D");
        assertThat(open(walked)).contains(key(walked, second));
    }

    /** The step and its work. */
    private static void comesOn(Walked walked, String code, int round, LocalDate day) {
        var step = walked.step(code);
        assertThat(step)
                .as(code)
                .containsEntry("round", round)
                .containsEntry("plannedOn", day.toString())
                .containsEntry("startsOn", day.toString());
        assertThat(Work.standing(Work.tasks(walked.clinician(), String.valueOf(step.get("assignmentId")))).stream()
                        .map(task -> LocalDate.parse(
                                String.valueOf(task.get("local")).substring(0, 10)))
                        .min(LocalDate::compareTo))
                .as("the work of " + code)
                .contains(day);
    }

    private static String key(Walked walked, String code) {
        return String.valueOf(Objects.requireNonNull(walked.step(code).get("key")));
    }

    private static List<String> open(Walked walked) {
        return walked.client()
                .asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .jsonPath()
                .getList("items.findAll { it.exercise != null }.exercise");
    }
}

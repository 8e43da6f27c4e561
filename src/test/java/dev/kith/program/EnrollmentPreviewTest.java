package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the preview tells is what enrolling then stores: steps, gates, and each task to the second, over clock changes too. */
@QuarkusTest
class EnrollmentPreviewTest {
    private static final int MADE_AHEAD = 34;

    @Inject
    People people;

    @ParameterizedTest
    @CsvSource({
        "somatic-first-steps, Europe/Berlin, 0",
        "learning-to-trust-again, Europe/Berlin, 0",
        "learning-to-trust-again, America/New_York, 100",
        "somatic-first-steps, Europe/Berlin, 110",
        "learning-to-trust-again, Australia/Lord_Howe, 120",
        "somatic-first-steps, America/Sao_Paulo, 9",
        "learning-to-trust-again, Asia/Kathmandu, -10",
        "somatic-first-steps, Africa/Cairo, 150",
        "learning-to-trust-again, Pacific/Chatham, 330",
    })
    void itIsWhatIsThenStored(String program, String zone, int daysFromNow) {
        var clinician = people.clinician(people.practice().practice());
        var client = people.clientOf(clinician);
        people.run(clinician.practice(), "update client set time_zone = ? where id = ?", zone, client.id());
        var start = LocalDate.now(ZoneId.of(zone)).plusDays(daysFromNow);
        var body = "{\"program\": \"%s\", \"startsOn\": \"%s\"}".formatted(program, start);
        var previewed = previews(clinician, client, body);
        assertThat(people.count(clinician.practice(), "select count(*) from enrollment_step"))
                .isZero();
        var walked = Walked.into(clinician, client, body, program);
        List<Map<String, Object>> stored = walked.read().getList("steps");
        assertThat(stored).hasSameSizeAs(previewed);
        for (var i = 0; i < stored.size(); i++) {
            assertThat(told(stored.get(i))).isEqualTo(told(previewed.get(i)));
            if ("assigned".equals(stored.get(i).get("state"))) {
                sameTasks(clinician, zone, stored.get(i), previewed.get(i));
            }
        }
    }

    /** One-off work is made however far ahead; what comes again, five weeks ahead. */
    private void sameTasks(Someone clinician, String zone, Map<String, Object> stored, Map<String, Object> previewed) {
        var made = Work.tasks(clinician, (String) stored.get("assignmentId"));
        var horizon = LocalDate.now(ZoneId.of(zone)).plusDays(MADE_AHEAD).atStartOfDay();
        var told = tasks(previewed);
        var near = told.stream()
                .filter(task -> LocalDateTime.parse((String) task.get("local")).isBefore(horizon))
                .toList();
        assertThat(made.stream().map(EnrollmentPreviewTest::window))
                .containsAll(near.stream().map(EnrollmentPreviewTest::window).toList());
        assertThat(told.stream().map(EnrollmentPreviewTest::window))
                .containsAll(made.stream().map(EnrollmentPreviewTest::window).toList());
    }

    @Test
    void aStrangerPreviewsNothing() {
        var clinician = people.clinician(people.practice().practice());
        var client = people.clientOf(clinician);
        people.clinician(clinician.practice())
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + client.id() + "/enrollments/preview")
                .then()
                .statusCode(404);
    }

    private static List<Map<String, Object>> previews(Someone clinician, Someone client, String body) {
        return clinician
                .asks()
                .body(body)
                .post("/v1/clients/" + client.id() + "/enrollments/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("steps");
    }

    private static List<Object> told(Map<String, Object> step) {
        return List.of(step.get("step"), step.get("state"), step.get("plannedOn"), step.get("gates"));
    }

    private static List<Object> window(Map<String, Object> task) {
        return List.of(
                task.get("local"),
                task.get("timeZone"),
                task.get("shifted"),
                task.get("opensAt"),
                task.get("dueAt"),
                task.get("closesAt"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tasks(Map<String, Object> step) {
        return (List<Map<String, Object>>) Objects.requireNonNull(step.get("tasks"));
    }
}

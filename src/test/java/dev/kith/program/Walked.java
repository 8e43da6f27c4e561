package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client's enrolment in a sandbox, walked by the clinician, the client and the clock. */
record Walked(Someone clinician, Someone client, String id) {
    static final String TRUST = "learning-to-trust-again";
    static final String SOMATIC = "somatic-first-steps";

    static Walked into(Someone clinician, Someone client, String program) {
        return into(clinician, client, "{\"program\": \"%s\"}", program);
    }

    static Walked into(Someone clinician, Someone client, String body, String program) {
        var id = enrols(clinician, client, body.formatted(program))
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Walked(clinician, client, id);
    }

    static ValidatableResponse enrols(Someone clinician, Someone client, String body) {
        return clinician
                .asks()
                .body(body)
                .post("/v1/clients/" + client.id() + "/enrollments")
                .then();
    }

    JsonPath read() {
        return readBy(clinician);
    }

    JsonPath readBy(Someone who) {
        return who.asks()
                .get("/v1/enrollments/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** With the version that is there now. */
    ValidatableResponse tries(Someone who, String what, String body) {
        var tag = clinician.asks().get("/v1/enrollments/" + id).header("ETag");
        return who.asks()
                .header("If-Match", tag)
                .body(body)
                .post("/v1/enrollments/" + id + "/" + what)
                .then();
    }

    JsonPath does(String what, String body) {
        return tries(clinician, what, body).statusCode(200).extract().jsonPath();
    }

    JsonPath does(String what) {
        return does(what, "{\"reason\": \"As we said\"}");
    }

    JsonPath finishes(String step) {
        return does("steps/" + step + "/done", "{\"note\": \"Talked\"}");
    }

    /** The latest round of a step. */
    Map<String, Object> step(String code) {
        List<Map<String, Object>> steps = read().getList("steps");
        return steps.stream()
                .filter(step -> code.equals(step.get("step")))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    String state(String code) {
        return (String) Objects.requireNonNull(step(code).get("state"));
    }

    LocalDate plannedOn(String code) {
        return LocalDate.parse((String) Objects.requireNonNull(step(code).get("plannedOn")));
    }

    /** Why the closed gates of a step are closed. */
    List<String> waitsFor(String code) {
        List<Map<String, Object>> gates = JsonPath.from(
                        clinician.asks().get("/v1/enrollments/" + id).asString())
                .getList("steps.findAll { it.step == '" + code + "' }.gates.flatten()");
        return gates.stream()
                .filter(gate -> Boolean.FALSE.equals(gate.get("open")))
                .map(gate -> (String) gate.get("why"))
                .toList();
    }

    List<String> inState(String state) {
        return read().getList("steps.findAll { it.state == '" + state + "' }.step");
    }

    /** The client answers the screener of a step, the least that is asked, but for these answers. */
    void answers(String step, Map<String, Object> otherwise) {
        var assignment = step(step).get("assignmentId");
        var tasks = clinician.asks().get("/v1/assignments/" + assignment + "/tasks");
        String task = tasks.path("items.find { it.state == 'open' }.id");
        assertThat(task).as("an open task of " + step).isNotNull();
        client.asks()
                .body(Map.of("answers", least(String.valueOf(step(step).get("key")), otherwise), "complete", true))
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201);
    }

    void answers(String step) {
        answers(step, Map.of());
    }

    /** The client logs the exercise of a step once. */
    void logs(String step) {
        var assignment = step(step).get("assignmentId");
        String task = clinician
                .asks()
                .get("/v1/assignments/" + assignment + "/tasks")
                .path("items.find { it.state == 'open' }.id");
        assertThat(task).as("an open task of " + step).isNotNull();
        client.asks()
                .body("{\"before\": {\"suds\": 5}, \"after\": {\"suds\": 3}, \"complete\": true}")
                .put("/v1/tasks/" + task + "/log")
                .then()
                .statusCode(201);
    }

    /** The least that a questionnaire asks, but for these answers. */
    Map<String, Object> least(String key, Map<String, Object> otherwise) {
        var answers = new HashMap<String, Object>();
        List<Map<String, Object>> items = new ArrayList<>(
                clinician.asks().get("/v1/questionnaires/" + key).jsonPath().getList("items"));
        for (var item : items) {
            List<Map<String, Object>> options = asList(item.get("options"));
            if (Boolean.TRUE.equals(item.get("required")) && !options.isEmpty()) {
                answers.put((String) item.get("linkId"), options.get(0).get("value"));
            }
        }
        if (answers.isEmpty()) { // where nothing is required, something is to be said
            items.stream()
                    .filter(item -> !asList(item.get("options")).isEmpty())
                    .limit(20)
                    .forEach(item -> answers.put(
                            (String) item.get("linkId"),
                            asList(item.get("options")).get(0).get("value")));
        }
        answers.putAll(otherwise);
        return answers;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> asList(@Nullable Object options) {
        return options == null ? List.of() : (List<Map<String, Object>>) options;
    }

    /** An answer that needs somebody. */
    static Map<String, Object> critical() {
        assertThat(Worlds.CRITICAL).contains("\"phq-9.9\": 2");
        return Map.of("phq-9.9", 2, "phq-9.10", 1);
    }

    void forward(String duration) {
        clinician
                .asks()
                .body("{\"advance\": \"" + duration + "\"}")
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200);
    }
}

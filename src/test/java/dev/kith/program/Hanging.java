package dev.kith.program;

import static dev.kith.house.Work.each;
import static dev.kith.house.Work.standing;
import static dev.kith.house.Work.tasks;

import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enrolment, and work of a client that hangs on its start. */
record Hanging(Walked walked) {
    private static final String BODY = """
            {"questionnaire": "phq-9", "schedule": {"anchor": %s%s}}
            """;

    /** In a program of three steps, of weeks 0, 2 and 3, each of which may be given again. */
    static Hanging from(Someone clinician, Someone client, LocalDate startsOn) {
        return new Hanging(
                Walked.into(clinician, client, "{\"program\": \"%s\", \"startsOn\": \"" + startsOn + "\"}", "ours"));
    }

    static void publish(Someone admin) {
        admin.asks().body("""
                {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."},
                 "weeks": 3, "steps": [
                   {"code": "first", "week": 0, "type": "exercise", "key": "slow-breath", "repeatable": true, "words": {"en": "One."}},
                   {"code": "second", "week": 2, "type": "exercise", "key": "slow-breath", "repeatable": true, "words": {"en": "Two."}},
                   {"code": "third", "week": 3, "type": "exercise", "key": "slow-breath", "repeatable": true, "words": {"en": "Three."}}]}
                """).post("/v1/programs").then().statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(200);
    }

    /** Once, so far from the start. */
    String body(@Nullable String offset) {
        return body(offset, "");
    }

    /** @param rest of the schedule, beginning with a comma */
    String body(@Nullable String offset, String rest) {
        return body(walked.id(), offset, rest);
    }

    static String body(String enrollment, @Nullable String offset, String rest) {
        var anchor = offset == null
                ? "{\"enrollment\": \"%s\"}".formatted(enrollment)
                : "{\"enrollment\": \"%s\", \"offset\": \"%s\"}".formatted(enrollment, offset);
        return BODY.formatted(anchor, rest);
    }

    /** The assignment. */
    String hung(@Nullable String offset, String rest) {
        return Work.assigned(walked.clinician(), walked.client(), body(offset, rest));
    }

    String hung(@Nullable String offset) {
        return hung(offset, "");
    }

    JsonPath read(String assignment) {
        return walked.clinician()
                .asks()
                .get("/v1/assignments/" + assignment)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** On which days what was not withdrawn opens or has opened. */
    List<LocalDate> days(String assignment) {
        return each(standing(tasks(walked.clinician(), assignment)), "local").stream()
                .map(local -> LocalDate.parse(String.valueOf(local).substring(0, 10)))
                .toList();
    }

    void moves(LocalDate startsOn) {
        walked.does("move", "{\"startsOn\": \"%s\", \"reason\": \"Exams\"}".formatted(startsOn));
    }

    /** Practice software says so under an id of its own. */
    Response puts(Someone who, String body) {
        return who.asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put("/v1/clients/" + walked.client().id() + "/assignments?externalId=ehr%7C7");
    }

    ValidatableResponse revises(String assignment, String body) {
        var path = "/v1/assignments/" + assignment;
        var tag = walked.clinician().asks().get(path).header("ETag");
        return walked.clinician()
                .asks()
                .header("If-Match", tag)
                .body(body)
                .put(path + "/schedule")
                .then();
    }

    /** One day at a time, each call with its own time limit. */
    void daysPass(int days) {
        for (var day = 0; day < days; day++) {
            walked.forward("P1D");
        }
    }
}

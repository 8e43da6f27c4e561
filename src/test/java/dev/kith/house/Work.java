package dev.kith.house;

import dev.kith.house.People.Someone;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Giving work and looking at it, for tests that are about something else. */
public final class Work {
    private Work() {}

    /** Assigns; the body is JSON. */
    public static ValidatableResponse assigns(Someone clinician, Someone client, String body) {
        return clinician
                .asks()
                .body(body)
                .post("/v1/clients/" + client.id() + "/assignments")
                .then();
    }

    /** Assigns what can be assigned; the assignment's id. */
    public static String assigned(Someone clinician, Someone client, String body) {
        return assigns(clinician, client, body).statusCode(201).extract().path("id");
    }

    /** The tasks of an assignment as the clinician sees them, withdrawn ones too. */
    public static List<Map<String, Object>> tasks(Someone clinician, String assignment) {
        return clinician
                .asks()
                .get("/v1/assignments/" + assignment + "/tasks?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Of these tasks, one member of each, in order. */
    public static List<Object> each(List<Map<String, Object>> tasks, String member) {
        return tasks.stream().map(task -> task.get(member)).toList();
    }

    /** Those that were not withdrawn. */
    public static List<Map<String, Object>> standing(List<Map<String, Object>> tasks) {
        return tasks.stream()
                .filter(task -> !"cancelled".equals(task.get("state")))
                .toList();
    }
}

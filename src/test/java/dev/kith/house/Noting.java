package dev.kith.house;

import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Giving an exercise and logging it, for tests that are about something else. The asking ladder has every kind of own words. */
public final class Noting {
    public static final String EXERCISE = "asking-ladder";
    /** A complete log without anybody's words. */
    public static final String DONE = """
        {"before": {"rung": 1, "suds": 6, "expectation": 80}, "after": {"suds-peak": 7, "suds": 4, "outcome": "asked-yes"},
         "complete": true}
        """;

    private Noting() {}

    /** The asking ladder, given once with its gate opened; its open task. */
    public static String task(Someone clinician, Someone client) {
        var assignment = Work.assigned(clinician, client, """
            {"exercise": "asking-ladder", "opensGates": ["safe-person"], "reason": "There is somebody safe to ask."}
            """);
        return (String) Work.tasks(clinician, assignment).get(0).get("id");
    }

    public static void opensTheGate(Someone clinician, Someone client) {
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": true, \"reason\": \"There is somebody safe to ask.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse logs(Someone client, String task, String body) {
        return client.asks().body(body).put("/v1/tasks/" + task + "/log").then();
    }

    /** Logs a task for the first time; the log's id. */
    public static String log(Someone client, String task, String body) {
        return logs(client, task, body).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse puts(Someone who, String id, String body) {
        return who.asks().body(body).put("/v1/logs/" + id).then();
    }

    /** A ladder with rungs of so much predicted distress; its id. */
    public static String ladder(Someone who, int... predicted) {
        return ladder(who, who, predicted);
    }

    public static String ladder(Someone who, Someone client, int... predicted) {
        var rungs = Arrays.stream(predicted)
                .mapToObj("{\"text\": \"Ask something\", \"predicted\": %d}"::formatted)
                .collect(Collectors.joining(", "));
        return who.asks()
                .body("{\"exercise\": \"asking-ladder\", \"rungs\": [" + rungs + "]}")
                .post("/v1/clients/" + client.id() + "/ladders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The ids of its rungs, from the bottom. */
    public static List<String> rungs(Someone who, String ladder) {
        return who.asks()
                .get("/v1/ladders/" + ladder)
                .then()
                .statusCode(200)
                .extract()
                .path("rungs.id");
    }

    /** A log of something that nobody planned; its id. */
    public static String unplanned(Someone client, String body) {
        var id = Ids.next().toString();
        puts(client, id, body).statusCode(201);
        return id;
    }
}

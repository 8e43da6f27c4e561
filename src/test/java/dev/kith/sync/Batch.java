package dev.kith.sync;

import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an app sends, as JSON. */
record Batch(List<String> items) {
    static Batch of(String... items) {
        return new Batch(List.of(items));
    }

    Batch shuffled(long seed) {
        var other = new ArrayList<>(items);
        Collections.shuffle(other, new Random(seed));
        return new Batch(other);
    }

    ValidatableResponse from(Someone client) {
        return from(client, Instant.now(), null);
    }

    ValidatableResponse from(Someone client, Instant appsClock, @Nullable String cursor) {
        return client.asks().body(json(appsClock, cursor)).post("/v1/sync").then();
    }

    String json(Instant appsClock, @Nullable String cursor) {
        return "{\"clientTime\": \"%s\", \"timeZone\": \"Europe/Berlin\", %s\"items\": [%s]}"
                .formatted(
                        appsClock, cursor == null ? "" : "\"cursor\": \"" + cursor + "\", ", String.join(", ", items));
    }

    static String id() {
        return Ids.next().toString();
    }

    /** A PHQ-9; on the ninth question this. */
    static String answered(String id, @Nullable String task, int ninth, @Nullable Instant at, boolean complete) {
        var answers = new StringBuilder();
        for (var item = 1; item <= 8; item++) {
            answers.append("\"phq-9.%d\": 1, ".formatted(item));
        }
        return """
                {"id": "%s", "kind": "response", %s"questionnaire": "phq-9", %s"answers": {%s"phq-9.9": %d, "phq-9.10": 1}, "complete": %s}""".formatted(
                        id,
                        task == null ? "" : "\"task\": \"" + task + "\", ",
                        at == null ? "" : "\"authoredAt\": \"" + at + "\", ",
                        answers,
                        ninth,
                        complete);
    }

    static String answered(String id, @Nullable String task) {
        return answered(id, task, 0, null, true);
    }

    /** With when it was by the app's clock. */
    static String skipped(@Nullable String task, String barrier, Instant at) {
        return skipped(task, barrier).replace("\"barrier\"", "\"skippedAt\": \"" + at + "\", \"barrier\"");
    }

    static String skipped(@Nullable String task, String barrier) {
        return "{\"id\": \"%s\", \"kind\": \"skip\", \"task\": \"%s\", \"barrier\": \"%s\"}"
                .formatted(id(), task, barrier);
    }
}

package dev.kith.program;

import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients answer and log while their clinicians lead, pause, end and archive: each waits for its turn, and nobody for each other. */
@QuarkusTest
class LeadingAtOnceTest {
    private static final int ROUNDS = 16;
    private static final String WHY = "{\"reason\": \"As we said\"}";

    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.sandbox().practice());
        client = people.clientOf(clinician);
    }

    /** Status codes come back as they are: who is told to come again has lost against somebody. */
    @Test
    void nobodyIsTurnedAwayHoweverManyLeadAndAnswerAtOnce() throws Exception {
        var before = deadlocks();
        var replies = new ConcurrentLinkedQueue<Response>();
        for (var round = 0; round < ROUNDS; round++) {
            client = people.clientOf(clinician);
            client.asks()
                    .header("If-Match", "\"0\"")
                    .body(pace(3))
                    .put("/v1/clients/" + client.id() + "/pace")
                    .then()
                    .statusCode(200);
            var walked = Walked.into(clinician, client, TRUST);
            var all = new ArrayList<>(doing(walked));
            all.add(() -> leading(walked, "pause", "resumption"));
            all.add(() -> leading(walked, "steps/w1-slow-breath/opening", "release"));
            var given = String.valueOf(walked.step("w1-evening-journal").get("assignmentId"));
            all.add(() -> assignments(given));
            all.add(this::moving);
            all.add(this::pacing);
            all.add(round % 2 == 0 ? this::archiving : () -> leading(walked, "departure"));
            var turn = new ConcurrentLinkedQueue<>(all);
            AtOnce.times(all.size(), () -> replies.addAll(turn.remove().call()));
        }
        assertThat(deadlocks() - before).as("deadlocks").isZero();
        assertThat(replies.stream().filter(reply -> reply.statusCode() >= 500).map(Response::asString))
                .isEmpty();
        assertThat(replies.stream().filter(reply -> reply.statusCode() < 300).count())
                .as("most of it is done")
                .isGreaterThan(ROUNDS * 5L);
    }

    /** Each open task of the client, answered or logged; the depression screener with an answer that needs somebody. */
    private List<Callable<List<Response>>> doing(Walked walked) {
        var calls = new ArrayList<Callable<List<Response>>>();
        List<Map<String, Object>> open = client.asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .jsonPath()
                .getList("items");
        for (var task : open) {
            var key = (String) task.get("questionnaire");
            var what = "/v1/tasks/" + task.get("id") + (key == null ? "/log" : "/response");
            var body = key == null
                    ? Map.of("before", Map.of("suds", 5), "after", Map.of("suds", 3), "complete", true)
                    : Map.of(
                            "answers",
                            walked.least(key, key.equals("phq-9") ? Walked.critical() : Map.of()),
                            "complete",
                            true);
            calls.add(() -> List.of(client.asks().body(body).put(what)));
        }
        return calls.subList(0, 4); // as many as one client has hands, with some to spare
    }

    private List<Response> leading(Walked walked, String... what) {
        var said = new ArrayList<Response>();
        for (var one : what) {
            var path = "/v1/enrollments/" + walked.id();
            said.add(onWhatIsThere(clinician, path, as -> as.body(WHY).post(path + "/" + one)));
        }
        return said;
    }

    private List<Response> assignments(String given) {
        var said = new ArrayList<Response>();
        var path = "/v1/assignments/" + given;
        for (var state : List.of("paused", "active", "ended")) {
            said.add(onWhatIsThere(
                    clinician,
                    path,
                    as -> as.body("{\"state\": \"%s\", \"reason\": \"As we said\"}".formatted(state))
                            .patch(path)));
        }
        return said;
    }

    private List<Response> moving() {
        return List.of(
                card("{\"timeZone\": \"Asia/Tokyo\"}"),
                card("{\"timeZone\": \"America/Lima\"}"),
                card("{\"timeZone\": \"Europe/Berlin\"}"));
    }

    private List<Response> archiving() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(60).toMillis());
        return List.of(card("{\"archived\": true}"));
    }

    private Response card(String body) {
        var path = "/v1/clients/" + client.id();
        return onWhatIsThere(clinician, path, as -> as.body(body).patch(path));
    }

    private List<Response> pacing() {
        var said = new ArrayList<Response>();
        var path = "/v1/clients/" + client.id() + "/pace";
        for (var cap : List.of(2, 5)) {
            said.add(onWhatIsThere(client, path, as -> as.body(pace(cap)).put(path)));
        }
        return said;
    }

    /** What was changed, or what was said where it could not be read. */
    private static Response onWhatIsThere(Someone who, String path, Function<RequestSpecification, Response> changed) {
        var there = who.asks().get(path);
        return there.statusCode() == 200 ? changed.apply(who.asks().header("If-Match", there.header("ETag"))) : there;
    }

    private static String pace(int cap) {
        return "{\"weeklyCap\": %d, \"quietHours\": null, \"reminders\": \"on\"}".formatted(cap);
    }

    /** The server writes its counts down as its connections come to rest, a second after the last time at the earliest. */
    private long deadlocks() throws Exception {
        Thread.sleep(Duration.ofMillis(1_100).toMillis());
        AtOnce.calls(8, () -> clinician.asks().get("/v1/me"));
        return counted();
    }

    private long counted() throws SQLException {
        try (var connection = people.connection();
                var count = connection.createStatement();
                var row = count.executeQuery(
                        "select deadlocks from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}

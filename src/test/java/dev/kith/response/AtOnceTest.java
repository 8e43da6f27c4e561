package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same thing many times at one moment: one winner, and nobody is told a lie. */
@QuarkusTest
class AtOnceTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone clinician;
    Someone client;
    UUID practice;

    @BeforeEach
    void found() {
        practice = people.practice().practice();
        clinician = people.clinician(practice);
        client = people.clientOf(clinician);
    }

    @Test
    void fiftyDifferentAnswersToOneTaskHaveOneWinner() throws Exception {
        var task = worlds.task(clinician, client);
        var next = new AtomicInteger();
        var number = ThreadLocal.withInitial(next::getAndIncrement);
        var replies = AtOnce.calls(50, () -> {
            int mine = number.get(); // each their own: three items spell it in base 4
            return put(
                    task,
                    Worlds.CRITICAL
                            .replace("\"phq-9.2\": 1", "\"phq-9.2\": " + mine % 4)
                            .replace("\"phq-9.3\": 1", "\"phq-9.3\": " + mine / 4 % 4)
                            .replace("\"phq-9.4\": 1", "\"phq-9.4\": " + mine / 16));
        });
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 409)).hasSize(49);
        assertThat(count("response")).isOne();
        assertThat(count("score")).isOne();
        assertThat(count("alert")).isOne();
        assertThat(completions()).isOne();
    }

    @Test
    void fiftyEqualAnswersToOneTaskAllGetTheOneResponse() throws Exception {
        var task = worlds.task(clinician, client);
        var replies = AtOnce.calls(50, () -> put(task, Worlds.CRITICAL));
        assertThat(replies).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(replies.get(0).<Object>path("crisisCard.title")).isNotNull();
        assertThat(count("response")).isOne();
        assertThat(count("alert")).isOne();
        assertThat(completions()).isOne();
    }

    @Test
    void oneIdPutThirtyTwoTimesIsOneRow() throws Exception {
        var id = Ids.next();
        var body = """
                {"client": "%s", "questionnaire": "gad-7", "author": "client", "complete": true, "answers":
                {"gad-7.1": 1, "gad-7.2": 0, "gad-7.3": 2, "gad-7.4": 1, "gad-7.5": 0, "gad-7.6": 1, "gad-7.7": 0}}
                """.formatted(client.id());
        var replies = AtOnce.calls(32, () -> clinician.asks().body(body).put("/v1/responses/" + id));
        assertThat(replies).extracting(Response::statusCode).containsOnly(200, 201);
        assertThat(replies.stream().filter(reply -> reply.statusCode() == 201)).hasSize(1);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(count("response")).isOne();
        assertThat(count("score")).isOne();
    }

    @Test
    void oneKeyThirtyTwoTimesIsOneAssignmentAndOneReply() throws Exception {
        var key = Ids.next().toString();
        var replies = AtOnce.calls(32, () -> assign(key, "Intake"));
        assertThat(replies).extracting(Response::statusCode).containsOnly(201);
        assertThat(replies.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.header("Location")).distinct())
                .hasSize(1);
        assertThat(count("assignment")).isOne();
        assertThat(count("task")).isOne();
        assertThat(assign(key, "Another reason").statusCode()).isEqualTo(422);
        assertThat(count("assignment")).isOne();
    }

    @Test
    void withoutAKeyEachIsItsOwn() throws Exception {
        var statuses = AtOnce.times(
                8,
                () -> clinician
                        .asks()
                        .body("{\"questionnaire\": \"phq-9\"}")
                        .post(assignments())
                        .statusCode());
        assertThat(statuses).isEqualTo(List.of(201, 201, 201, 201, 201, 201, 201, 201));
        assertThat(count("assignment")).isEqualTo(8);
    }

    private Response assign(String key, String reason) {
        return clinician
                .asks()
                .header("Idempotency-Key", key)
                .body("{\"questionnaire\": \"phq-9\", \"reason\": \"" + reason + "\"}")
                .post(assignments());
    }

    private String assignments() {
        return "/v1/clients/" + client.id() + "/assignments";
    }

    private Response put(String task, String answers) {
        return client.asks().body(answers).put("/v1/tasks/" + task + "/response");
    }

    private long count(String table) {
        return people.count(practice, "select count(*) from " + table);
    }

    private long completions() {
        return people.count(practice, "select count(*) from outbox_event where kind = 'response.completed'");
    }
}

package dev.kith.refusal;

import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was refused and could be kept, but not just now, is sent again: a refusal would say that nothing more is to be done. */
@QuarkusTest
class HeardLaterTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    NotNow notNow;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aCompletedLogThatCannotBeKeptNowIsKeptWhenItComesAgain() {
        var task = Noting.task(clinician, client);
        Noting.log(client, task, Noting.DONE);
        var other = Noting.DONE.replace("\"suds\": 4", "\"suds\": 3");
        notNow.of(client.id());
        isToComeAgain(Noting.logs(client, task, other));
        Noting.logs(client, task, other).statusCode(409).body("keptAs", notNullValue());
    }

    @Test
    void soAreCompletedAnswers() {
        var task = worlds.task(clinician, client);
        worlds.answer(client, task, Worlds.CALM);
        notNow.of(client.id());
        isToComeAgain(completes(task));
        completes(task).statusCode(409).body("keptAs", notNullValue(), "crisisCard.text", notNullValue());
    }

    private ValidatableResponse completes(String task) {
        return client.asks()
                .body(Worlds.CRITICAL)
                .put("/v1/tasks/" + task + "/response")
                .then();
    }

    private static void isToComeAgain(ValidatableResponse reply) {
        reply.statusCode(503).header("Retry-After", notNullValue()).body("keptAs", nullValue());
    }
}

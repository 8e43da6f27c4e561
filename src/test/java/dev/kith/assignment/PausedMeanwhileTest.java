package dev.kith.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that comes while its assignment is being paused waits for that, and then is told so. */
@QuarkusTest
class PausedMeanwhileTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Practices practices;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void anAnswerThatWaitedForAPauseIsRefused() throws Exception {
        var task = worlds.task(clinician, client);
        whilePausing(() -> client.asks().body(Worlds.CALM).put("/v1/tasks/" + task + "/response"))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("assignment-paused"));
        assertThat(people.count(client.practice(), "select count(*) from response"))
                .isZero();
    }

    @Test
    void aLogThatWaitedForAPauseIsRefused() throws Exception {
        var task = Noting.task(clinician, client);
        whilePausing(() -> client.asks().body(Noting.DONE).put("/v1/tasks/" + task + "/log"))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("assignment-paused"));
        assertThat(people.count(client.practice(), "select count(*) from log")).isZero();
    }

    /** A pause takes the client's turn, then the assignment; it ends once the call waits for it. */
    private Response whilePausing(Callable<Response> call) throws Exception {
        var paused = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var pause = later(() -> practices.within(client.practice(), () -> {
            try (var connection = people.connection();
                    var statement = connection.createStatement()) {
                statement.execute("select 1 from client where id = '" + client.id() + "' for no key update");
                statement.execute("""
                        update assignment set state = 'paused', paused_at = made_at, paused_by = made_by, paused_by_client = false,
                          version = version + 1
                        """);
                paused.countDown();
                return free.await(20, TimeUnit.SECONDS);
            }
        }));
        paused.await();
        var answer = later(call);
        while (people.count(client.practice(), "select count(*) from pg_locks where not granted") < 1) {
            Thread.sleep(20);
        }
        free.countDown();
        assertThat(pause.get(20, TimeUnit.SECONDS)).isTrue();
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static <T> CompletableFuture<T> later(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}

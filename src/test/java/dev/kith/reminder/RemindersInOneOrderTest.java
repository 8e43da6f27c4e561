package dev.kith.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who sends reminders and who forgets them take them in one order, and so wait for each other and never for both. */
@QuarkusTest
class RemindersInOneOrderTest {
    private static final String EVENT = "{\"channel\": \"event\", \"moment\": \"opens\"}";

    @Inject
    People people;

    @Inject
    Reminded reminded;

    @Inject
    Practices practices;

    @Inject
    Planning planning;

    @Test
    void otherRulesAndAWorkerAtOnceDoNotBlockEachOther() throws Exception {
        var cast = reminded.cast();
        Reminded.rules(cast, EVENT, 20, "");
        reminded.task(cast, "10:00");
        var middle = reminded.task(cast, "10:00");
        reminded.task(cast, "10:00");
        reminded.work(cast, middle.opensAt().minusSeconds(60));
        var held = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var holder = later(() -> practices.within(cast.practice(), () -> {
            try (var connection = people.connection();
                    var statement = connection.createStatement()) {
                statement.execute("select 1 from reminder where task_id = '" + middle.task() + "' for update");
                held.countDown();
                return free.await(20, TimeUnit.SECONDS);
            }
        }));
        held.await();
        var sender = later(() -> reminded.claimAll(cast.practice(), middle.opensAt()));
        awaitWaiting(cast.practice(), 1); // it has the first, and waits for the one in the middle
        var forgetter = later(() -> practices.within(cast.practice(), () -> {
            planning.planAnew(null, middle.opensAt());
            return true;
        }));
        awaitWaiting(cast.practice(), 2);
        free.countDown();
        assertThat(holder.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sender.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(forgetter.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(people.count(cast.practice(), "select count(*) from reminder where state = 'sent'"))
                .isEqualTo(3);
    }

    private void awaitWaiting(UUID practice, int many) throws InterruptedException {
        while (people.count(practice, "select count(*) from pg_locks where not granted") < many) {
            Thread.sleep(20);
        }
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

package dev.kith.idempotency;

import dev.kith.tenancy.EveryPractice;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Forgets kept replies after two days; a day is promised. */
@ApplicationScoped
class Sweeping {
    @Inject
    EveryPractice everyPractice;

    @Inject
    KeptReplies kept;

    /** Any number of replicas may do it at once: a row is deleted once. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws SQLException {
        everyPractice.once(kept::forgetOld);
    }
}

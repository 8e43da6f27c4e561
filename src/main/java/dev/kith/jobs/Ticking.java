package dev.kith.jobs;

import dev.kith.tenancy.EveryPractice;
import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Lets all rooms do what is due: in every practice now and then, and in one whenever somebody asks. */
@ApplicationScoped
public class Ticking {
    /** Work that says "more" this often in a row is left to the next round. */
    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    @All
    List<TimedWork> works;

    @Inject
    Practices practices;

    @Inject
    EveryPractice everyPractice;

    @Inject
    @RealTime
    Clock realTime;

    /** One that fails keeps neither the others nor the other practices from their work; it is tried again next time. */
    @Scheduled(
            every = "${kith.jobs.every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void everywhere() throws SQLException {
        rounds(work -> !work.waitsForOthers());
    }

    /** The same for what waits for others, on a thread of its own: a slow mail server delays no escalation. */
    @Scheduled(
            every = "${kith.jobs.every:30s}",
            delayed = "11s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void withOthers() throws SQLException {
        rounds(TimedWork::waitsForOthers);
    }

    private void rounds(Predicate<TimedWork> which) throws SQLException {
        new Rounds<>(works.stream().filter(which).toList(), this::tried, realTime).through(everyPractice.all());
    }

    /** What is due in one practice. Call it from code without a transaction; what fails ends it, and what was done stays. */
    public void in(UUID practice) {
        for (var work : works) {
            throughout(practice, work);
        }
    }

    /** When something is next due in one practice, after this moment. Call it from code without a transaction. */
    public Optional<Instant> nextAfter(UUID practice, Instant moment) {
        return works.stream()
                .flatMap(work -> practices.<Optional<Instant>>within(practice, () -> work.nextAfter(moment)).stream())
                .filter(next -> next.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    private void throughout(UUID practice, TimedWork work) {
        var more = true;
        for (var times = 0; more && times < MOST_AT_ONCE; times++) {
            more = practices.<Boolean>within(practice, work::tick);
        }
    }

    /** A step; what fails has no more to do in this round. */
    private boolean tried(UUID practice, TimedWork work) {
        try {
            return practices.<Boolean>within(practice, work::tick);
        } catch (RuntimeException e) {
            Log.errorf(
                    "Due work failed in practice %s: %s of %s",
                    practice, e.getClass().getName(), work.getClass().getName());
            return false;
        }
    }
}

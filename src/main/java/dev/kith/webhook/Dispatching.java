package dev.kith.webhook;

import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import dev.kith.webhook.ClaimingDeliveries.Batch;
import dev.kith.webhook.NotingDeliveries.Sent;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends events as they happen, practice by practice, webhook by webhook: each has one round under way here at most, so that one who
 * is slow holds up nobody, and takes none of the threads that calls need. It goes by the clock on the wall. Whatever is killed
 * meanwhile is sent again: at least once, never not.
 */
@ApplicationScoped
class Dispatching {
    /** Rounds on this replica; a practice has no more than its webhooks. */
    private static final int MOST_ROUNDS = 250;
    /** A round that was told where to send takes no longer: its letters go a few at a time, each of which has its answer in ten seconds. */
    private static final Duration SENT_WITHIN = Duration.ofMinutes(1);

    private static final int THREADS = 4;
    /** Of their own: who has slow name servers holds up only others who are looked up. */
    private static final int LOOKING_UP = 16;

    @Inject
    Following following;

    @Inject
    ClaimingDeliveries claiming;

    @Inject
    NotingDeliveries noting;

    @Inject
    Targets targets;

    @Inject
    Courier courier;

    @Inject
    Practices practices;

    @Inject
    @RealTime
    Clock clock;

    /** Webhooks with a round under way. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    /** Whoever claims keeps as many as one practice may need, until it is known how many that are. */
    private final Semaphore rounds = new Semaphore(MOST_ROUNDS);
    /** By practice, so that a webhook is not taken for two rounds here; a few bytes for each that has webhooks. */
    private final Map<UUID, Lock> turns = new ConcurrentHashMap<>();

    private final ExecutorService threads = pool(THREADS, "webhook");
    private final ExecutorService lookingUp = pool(LOOKING_UP, "webhook-names");

    @Scheduled(
            every = "${kith.webhooks.every:2s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everywhere() {
        try {
            following.practices().forEach(this::tried);
        } catch (SQLException | RuntimeException e) {
            Log.errorf("Events could not be looked for: %s", e.getClass().getName());
        }
    }

    /** One that fails keeps no other practice from its turn; it is tried again next time. */
    private void tried(UUID practice) {
        try {
            in(practice).exceptionally(e -> failed(practice, e));
        } catch (RuntimeException e) {
            failed(practice, e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        lookingUp.shutdown();
        threads.shutdown();
    }

    /** What happened and what is due in one practice; over when nothing is left to send now. Call it without a transaction. */
    CompletableFuture<Void> in(UUID practice) {
        practices.<UUID>within(practice, () -> {
            following.follow(clock.instant());
            return practice;
        });
        return sendDue(practice);
    }

    private CompletableFuture<Void> sendDue(UUID practice) {
        var rounds =
                take(practice).stream().map(batch -> round(practice, batch)).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(rounds);
    }

    private List<Batch> take(UUID practice) {
        if (!rounds.tryAcquire(Registering.MOST)) {
            return List.of();
        }
        var taken = 0;
        var turn = turns.computeIfAbsent(practice, first -> new ReentrantLock());
        turn.lock();
        try {
            var batches = practices.<List<Batch>>within(practice, () -> claiming.claim(busy, clock.instant()));
            batches.forEach(batch -> busy.add(batch.webhook()));
            taken = batches.size();
            return batches;
        } finally {
            turn.unlock();
            rounds.release(Registering.MOST - taken);
        }
    }

    private CompletableFuture<Void> round(UUID practice, Batch batch) {
        return CompletableFuture.supplyAsync(() -> send(practice, batch), lookingUp)
                .thenCompose(sent -> sent)
                .thenAcceptAsync(sent -> note(practice, batch, sent), threads)
                .whenComplete((done, failure) -> release(batch))
                .thenComposeAsync(done -> sendDue(practice), threads);
    }

    CompletableFuture<List<Sent>> send(UUID practice, Batch batch) {
        var round = new Round(batch);
        if (batch.secrets().isEmpty()) {
            return CompletableFuture.completedFuture(round.failed(Fault.SECRET_LOST));
        }
        var target = Target.read(batch.url()).orElseThrow();
        var pin = targets.pin(target);
        var address = pin.address();
        if (address == null) {
            return CompletableFuture.completedFuture(
                    round.failed(pin.fault() == null ? Fault.UNKNOWN_HOST : pin.fault()));
        }
        return new Round(kept(practice, batch)).send(event -> courier.send(target, address, batch.secrets(), event));
    }

    /** What waited for its turn until others may take it soon is kept for longer: given back, it would wait behind the same crowd again, for ever. */
    private Batch kept(UUID practice, Batch batch) {
        var now = clock.instant();
        return now.plus(SENT_WITHIN).isAfter(batch.takenUntil())
                ? practices.<Batch>within(practice, () -> claiming.keep(batch, now))
                : batch;
    }

    private void note(UUID practice, Batch batch, List<Sent> sent) {
        practices.<UUID>within(practice, () -> {
            noting.note(practice, batch, sent, clock.instant());
            return practice;
        });
    }

    private void release(Batch batch) {
        busy.remove(batch.webhook());
        rounds.release();
    }

    private static ExecutorService pool(int threads, String name) {
        return Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static @Nullable Void failed(UUID practice, Throwable e) {
        var cause = e.getCause() == null ? e : e.getCause();
        Log.errorf(
                "Events could not be sent in practice %s: %s",
                practice, cause.getClass().getName());
        return null;
    }
}

package dev.kith.alert;

import dev.kith.broadcast.Heard;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.tenancy.Practices;
import dev.kith.time.RealTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this replica. They are woken by news, wherever it was made, and by the clock; a few threads of their own read
 * for all of them, so that many streams do not take the connections that calls need.
 */
@ApplicationScoped
class Streaming {
    static final int MOST = 500;
    static final int MOST_OF_ONE = 5;
    static final int RETRY_AFTER = 10;
    private static final int PAGE = 200;
    private static final int THREADS = 2;
    private static final Logger LOG = Logger.getLogger(Streaming.class);

    @Inject
    NewsFeed feed;

    @Inject
    Callers callers;

    @Inject
    Practices practices;

    @Inject
    @RealTime
    Clock clock;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Set<Reader> unheard = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "alert-stream");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens a stream.
     *
     * @throws ProblemException 429 when this caller has as many as one may, 503 when this replica has
     */
    Multi<Reader.Message> open(Caller caller, Instant until, @Nullable NewsPosition position, Runnable hangUp) {
        var reader = new Reader(caller, until, position, hangUp);
        synchronized (readers) {
            if (readers.stream()
                            .filter(other -> other.caller.id().equals(caller.id()))
                            .count()
                    >= MOST_OF_ONE) {
                throw ProblemException.tooMany("You have " + MOST_OF_ONE + " streams open already.", RETRY_AFTER);
            }
            if (readers.size() >= MOST) {
                throw ProblemException.unavailable("Too many streams are open.", RETRY_AFTER);
            }
            readers.add(reader);
        }
        return reader.messages(() -> wake(reader), () -> readers.remove(reader));
    }

    void hear(@Observes Heard news) {
        if (news.isAbout(AlertDesk.TOPIC)) {
            readers.stream()
                    .filter(reader ->
                            news.practice() == null || reader.caller.practice().equals(news.practice()))
                    .forEach(this::wake);
        }
    }

    /** Also finds what no news told of, and ends the streams of whoever may no longer read. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        readers.forEach(reader -> {
            reader.beatNext();
            wake(reader);
        });
        // whoever did not listen by now went away before the reply began
        readers.removeIf(reader -> !reader.isListening() && unheard.contains(reader));
        unheard.clear();
        readers.stream().filter(reader -> !reader.isListening()).forEach(unheard::add);
    }

    void stop(@Observes ShutdownEvent event) {
        readers.forEach(Reader::end);
        threads.shutdown();
    }

    int openOnes() {
        return readers.size();
    }

    private void wake(Reader reader) {
        if (reader.wake()) {
            threads.execute(() -> look(reader));
        }
    }

    private void look(Reader reader) {
        reader.asleep(); // news from here on wakes it again
        try {
            synchronized (reader) {
                if (reader.isListening() && !reader.isEnded()) {
                    reader.beatIfDue();
                    if (clock.instant().isBefore(reader.until) && callers.isStill(reader.caller)) {
                        read(reader);
                    } else {
                        reader.end();
                    }
                }
            }
        } catch (SQLException | RuntimeException e) {
            // the next sign of life tries again; nobody is told of anything meanwhile
            LOG.warnf("A stream of alerts could not be read: %s", e.getClass().getName());
        }
    }

    private void read(Reader reader) {
        practices.<UUID>within(reader.caller.practice(), () -> {
            var present = feed.present();
            var from = reader.from(present);
            List<NewsFeed.Told> page = new ArrayList<>();
            do {
                from = page.isEmpty() ? from : page.get(page.size() - 1).at();
                page = feed.after(reader.caller, from, PAGE);
                reader.tell(page, present);
            } while (page.size() == PAGE && !reader.isEnded());
            reader.readAll(present);
            return reader.caller.practice();
        });
    }
}

package dev.kith.limits;

import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few at a time, of all kinds together: a report or a picture can take tens of megabytes while it is made, and all of a core. */
@ApplicationScoped
public class Turn {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int AGAIN_SECONDS = 5;

    private final Semaphore places;
    private final Duration patience;

    Turn() {
        this(AT_ONCE, PATIENCE);
    }

    Turn(int atOnce, Duration patience) {
        places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does it once there is a place, and gives back the place.
     *
     * @throws ProblemException 503 when there is none in a few seconds
     */
    public <T> T take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.unavailable("Too many pictures and reports are being made.", AGAIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("Shutting down.", AGAIN_SECONDS);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}

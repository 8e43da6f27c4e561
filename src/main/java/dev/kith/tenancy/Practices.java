package dev.kith.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The one door to tenancy: the request filter enters a practice; a job works within one, or outside all. */
@Singleton
public class Practices {
    /** The practice that owns the shipped library: read by all, written by migrations only. */
    public static final UUID LIBRARY = new UUID(0L, 0L);

    @Inject
    CurrentPractice current;

    /** For what decides the practice of a request, before any transaction. */
    public void enter(UUID practice) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("Enter a practice before its transaction begins");
        }
        current.set(own(practice));
    }

    /** A step of a job: its own context, session and transaction. */
    public <T extends @Nullable Object> T within(UUID practice, Callable<T> work) {
        var contexts = Arc.container().requestContext();
        var outer = contexts.getStateIfActive();
        contexts.activate();
        try {
            current.set(own(practice));
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            contexts.terminate();
            if (outer != null) {
                contexts.activate(outer);
            }
        }
    }

    /** Work of no practice: sees the library and tables without practices only. */
    public <T extends @Nullable Object> T outside(Callable<T> work) {
        return within(CurrentPractice.NONE, work);
    }

    /** The practice that this request, or this step of a job, is in; empty where none was decided, or none on purpose. */
    public Optional<UUID> current() {
        return Optional.ofNullable(currentOrNull()).filter(practice -> !practice.equals(CurrentPractice.NONE));
    }

    /** The library is nobody's workplace: its rows are written by migrations alone. */
    private static UUID own(UUID practice) {
        if (practice.equals(LIBRARY)) {
            throw new IllegalArgumentException("Nobody works in the library");
        }
        return practice;
    }

    /** Null: undecided, or no request at all. */
    static @Nullable UUID currentOrNull() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        return container.instance(CurrentPractice.class).get().orNull();
    }

    /** For Hibernate: forgetting to decide is a mistake, and loud. */
    static UUID decided() {
        var id = currentOrNull();
        if (id == null) {
            throw new IllegalStateException("No practice was entered: use Practices.within or Practices.outside");
        }
        return id;
    }
}

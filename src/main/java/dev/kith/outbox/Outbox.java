package dev.kith.outbox;

import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes events in the running transaction: they are there exactly when the change is. */
@ApplicationScoped
public class Outbox {
    @Inject
    Events events;

    @Inject
    @RealTime
    Clock clock;

    /**
     * Adds one event.
     *
     * @param kind past tense, for example {@code response.completed}
     * @param payload ids and codes only
     */
    public void put(String kind, UUID aboutId, @Nullable UUID clientId, Map<String, Object> payload) {
        events.persist(new OutboxEvent(Ids.next(), kind, aboutId, clientId, payload, clock.instant()));
    }

    /** What was put so far stands in the database, for who reads it there in the same transaction. */
    public void flush() {
        events.flush();
    }

    @ApplicationScoped
    static class Events implements PanacheRepositoryBase<OutboxEvent, UUID> {}
}

package dev.kith.webhook;

import dev.kith.jobs.TimedWork;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Forgets what is no longer told, and gives up what was tried long enough. By the clock on the wall, which a sandbox does not move. */
@ApplicationScoped
class SweepingEvents implements TimedWork {
    /** Nobody is told of them any more, and no cursor leads there. */
    private static final Duration EVENTS = EventPosition.TOLD.plusDays(2);

    private static final int AT_ONCE = 1_000;

    @Inject
    EventFeed feed;

    @Inject
    Deliveries deliveries;

    @Inject
    @RealTime
    Clock clock;

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return Optional.empty();
    }

    @Override
    public boolean tick() throws SQLException {
        var now = clock.instant();
        feed.renumber();
        deliveries.giveUp(now);
        var events = feed.forget(now.minus(EVENTS), AT_ONCE);
        var sent = deliveries.forget(now, AT_ONCE);
        return events == AT_ONCE || sent == AT_ONCE;
    }
}

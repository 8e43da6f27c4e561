package dev.kith.webhook;

import dev.kith.audit.Audit;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells practice software and admins of the practice's events; each client who is named finds it in their access log. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ReadingEvents {
    @Inject
    EventFeed feed;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    EventPage read(Caller caller, @Nullable String after, @Nullable String types, int limit) throws SQLException {
        var now = clock.instant();
        var position = EventPosition.read(after, caller.practice(), now);
        var found = feed.after(position, EventTypes.toSql(EventTypes.read(types)), limit, now);
        var clients = found.events().stream()
                .<@Nullable UUID>map(EventView::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .map(Objects::requireNonNull)
                .toList();
        if (!clients.isEmpty()) { // who asks every minute and hears nothing has read nothing
            audit.readEach(caller, "events.read", clients);
        }
        return new EventPage(found.events(), found.next().write(caller.practice()), found.more());
    }
}

package dev.kith.trail;

import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.trail.AccessLines.AccessLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a client who was in their record: always their own. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ShowingAccess {
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    AccessLines lines;

    Slice<AccessLine> own(Caller caller, boolean own, @Nullable Cursor after, int limit) throws SQLException {
        var client = caller.clientId();
        if (client == null) {
            throw ProblemException.notFound();
        }
        var found = lines.page(
                client,
                own,
                after == null ? LATEST : after.instant(0),
                after == null ? LAST : after.uuid(1),
                limit + 1);
        return Slice.of(found, limit, line -> Cursor.of(line.at(), line.id()));
    }
}

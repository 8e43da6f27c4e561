package dev.kith.sync;

import dev.kith.log.Releasing;
import dev.kith.log.Releasing.Released;
import dev.kith.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Takes in once what a client said offline of who may read their words. What comes again, because a reply was lost, does not undo what
 * they have said since.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Remembering {
    private static final String REMEMBER = """
        insert into sync_item (practice_id, client_id, id, taken_at) values (kith_practice(), ?, ?, ?) on conflict do nothing
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Releasing words;

    @Inject
    Clock clock;

    /** @param theirs what the app's clock shows now */
    Released release(Caller caller, Item.Shared item, Instant theirs) throws SQLException {
        return isNew(caller, item.id())
                ? words.late(caller, item.log(), item.sent(), item.saidAt(), theirs)
                : words.again(caller, item.log());
    }

    private boolean isNew(Caller caller, UUID item) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(REMEMBER)) {
            insert.setObject(1, caller.clientId());
            insert.setObject(2, item);
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }
}

package dev.kith.sync;

import dev.kith.log.Releasing;
import dev.kith.log.Releasing.Released;
import dev.kith.log.ShareWords;
import dev.kith.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
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
    private static final ShareWords NOTHING = new ShareWords(Map.of());

    @Inject
    AgroalDataSource database;

    @Inject
    Releasing words;

    @Inject
    Clock clock;

    Released release(Caller caller, UUID item, UUID log, ShareWords said) throws SQLException {
        return words.release(caller, log, isNew(caller, item) ? said : NOTHING);
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

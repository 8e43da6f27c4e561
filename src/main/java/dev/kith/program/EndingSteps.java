package dev.kith.program;

import dev.kith.client.ClientTurns;
import dev.kith.jobs.TimedWork;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at the enrolments of clients of whose tasks some ended undone, one client in a transaction: whether a step is over, what waits for it, and whether
 * anything is left to do. Such tasks say so themselves, in a line, whoever ended them. Whose turn somebody else has is looked at later.
 */
@ApplicationScoped
@Priority(15) // after windows that are over were written down
@Transactional(rollbackOn = Exception.class)
class EndingSteps implements TimedWork {
    private static final String TAKE = """
        with turn as materialized (
          select c.id from client c
          where c.practice_id = kith_practice()
            and c.id in (select client_id from task_to_follow where practice_id = kith_practice())
          limit 1
          for no key update skip locked
        )
        delete from task_to_follow f using turn where f.practice_id = kith_practice() and f.client_id = turn.id
        returning f.client_id
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Following following;

    @Inject
    ClientTurns turns;

    @Inject
    Practices practices;

    @Override
    public boolean tick() throws SQLException {
        var client = take();
        if (client.isPresent()) {
            turns.taken(client.get());
            following.ended(Caller.system(practices.current().orElseThrow()), client.get());
        }
        return client.isPresent();
    }

    private Optional<UUID> take() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(TAKE);
                var row = delete.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** When tasks end is known to whoever closes them. */
    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return Optional.empty();
    }
}

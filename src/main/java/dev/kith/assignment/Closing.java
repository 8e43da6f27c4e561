package dev.kith.assignment;

import dev.kith.jobs.TimedWork;
import dev.kith.outbox.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down that a window is over: missed, or nothing of the kind where the assignment was paused: what had been due by then was taken away when the
 * pause began. Readers do not wait for it, for
 * the window says the same; what follows from it (events, adherence) does. Safe on any number of replicas.
 */
@ApplicationScoped
@Priority(20)
@Transactional(rollbackOn = Exception.class)
public class Closing implements TimedWork {
    static final int AT_ONCE = 500;

    private static final String CLOSE = """
        with over as (
          select t.id, case when a.state = 'paused' and t.closes_at > a.paused_at then a.paused_at end as paused_at
          from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
          where t.practice_id = kith_practice() and t.ended_as is null and t.closes_at <= ?
          order by t.closes_at
          limit ?
          for no key update of t skip locked
        )
        update task t
        set ended_as = case when o.paused_at is null then 'missed' else 'cancelled' end,
            ended_why = case when o.paused_at is not null then 'paused' end,
            ended_at = case when t.due_at <= o.paused_at then o.paused_at else t.closes_at end
        from over o where t.practice_id = kith_practice() and t.id = o.id
        returning t.id, t.client_id, t.ended_as
        """;
    private static final String NEXT = """
        select min(closes_at) from task where practice_id = kith_practice() and ended_as is null and closes_at > ?
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** One transaction's worth; 0 when nothing is left to close. */
    public int step() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CLOSE)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setInt(2, AT_ONCE);
            try (var row = update.executeQuery()) {
                var closed = 0;
                while (row.next()) {
                    closed++;
                    if (row.getString(3).equals(TaskState.MISSED.code())) {
                        outbox.put("task.missed", row.getObject(1, UUID.class), row.getObject(2, UUID.class), Map.of());
                    }
                }
                return closed;
            }
        }
    }

    @Override
    public boolean tick() throws SQLException {
        return step() == AT_ONCE;
    }

    /** When the next window is over. */
    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }
}

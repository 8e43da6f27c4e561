package dev.kith.reminder;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Notes what became of reminders that were sent, and of those whose worker was never heard of again. */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class Noting {
    private static final Duration LOST_AFTER = Duration.ofMinutes(15);

    /**
     * What did not go out is tried again after 5, 15, 45 minutes and then each hour while its task is open; what was not tried waits for
     * its turn.
     */
    private static final String NOTE = """
        update reminder r
        set state = x.state, why = x.why, waits_for = case when x.state = 'planned' then 'unreachable' end,
            tries = least(r.tries + case when x.tried then 1 else 0 end, 1000),
            due_at = case when x.state = 'planned' and x.tried
              then least(x.now + least(interval '5 minutes' * power(3, least(r.tries, 3)), interval '1 hour'), t.closes_at)
              else r.due_at end,
            claimed_at = case when x.state = 'planned' then null else r.claimed_at end,
            ended_at = case when x.state = 'planned' then null else x.now end
        from (
          select s.*, ?::timestamptz as now
          from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::boolean[])
            as s (task_id, slot, repeat, state, why, tried)
        ) x
        join task t on t.practice_id = kith_practice() and t.id = x.task_id
        where r.practice_id = kith_practice() and r.task_id = x.task_id and r.slot = x.slot and r.repeat = x.repeat
          and r.state in ('sending', 'unsure')
        """;

    private static final String LOST = """
        update reminder set state = 'unsure', ended_at = ?
        where practice_id = kith_practice() and state = 'sending' and claimed_at <= ?
        """;

    @Inject
    AgroalDataSource database;

    void note(List<Delivery> deliveries, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(NOTE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", each(deliveries, d -> d.claim().task())));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", each(deliveries, d -> d.claim().slot())));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "int", each(deliveries, d -> d.claim().repeat())));
            update.setArray(5, connection.createArrayOf("text", each(deliveries, d -> d.outcome().state)));
            update.setArray(
                    6,
                    connection.createArrayOf(
                            "text",
                            deliveries.stream().map(d -> d.outcome().why).toArray()));
            update.setArray(
                    7,
                    connection.createArrayOf("bool", each(deliveries, d -> d.outcome() != Delivery.Outcome.NOT_TRIED)));
            update.executeUpdate();
        }
    }

    /** Claimed a while ago and never noted: it may have gone out, so it is never sent again. How many there were. */
    int lost(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(LOST)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.minus(LOST_AFTER).atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }

    private static Object[] each(List<Delivery> deliveries, java.util.function.Function<Delivery, Object> what) {
        return deliveries.stream().map(what).toArray();
    }
}

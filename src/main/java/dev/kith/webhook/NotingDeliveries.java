package dev.kith.webhook;

import dev.kith.audit.Audit;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.webhook.ClaimingDeliveries.Letter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Writes down what became of a round of sending, and how the endpoint fares since. */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class NotingDeliveries {
    private static final String HOLD = """
        select failures, failing_since, paused_until, last_success_at, last_failure_at, last_status, last_fault
        from webhook_standing where practice_id = kith_practice() and webhook_id = ? for update
        """;
    private static final String STAND = """
        update webhook_standing
        set failures = ?, failing_since = ?, paused_until = ?, last_success_at = ?, last_failure_at = ?, last_status = ?, last_fault = ?
        where practice_id = kith_practice() and webhook_id = ?
        """;
    /** Only what is still in the hands of whoever took it: an attempt that was given up for lost has been taken by another. */
    private static final String NOTE = """
        update webhook_delivery d
        set state = x.state, next_at = x.next_at, attempted_at = ?::timestamptz, last_status = x.status, last_fault = x.fault,
            delivered_at = case when x.state = 'delivered' then ?::timestamptz else d.delivered_at end
        from unnest(?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::int[], ?::text[])
          as x (event_id, attempt, state, next_at, status, fault)
        where d.practice_id = kith_practice() and d.webhook_id = ? and d.event_id = x.event_id
          and d.state = 'sending' and d.attempts = x.attempt
        """;

    private static final String LEAVE = """
        update webhook_delivery d set state = 'waiting', next_at = ?, attempts = d.attempts - 1, tries = d.tries - 1
        from unnest(?::uuid[], ?::int[]) as x (event_id, attempt)
        where d.practice_id = kith_practice() and d.webhook_id = ? and d.event_id = x.event_id
          and d.state = 'sending' and d.attempts = x.attempt
        """;
    /** It was away and is back: what waits need not wait for its own time. */
    private static final String HURRY = """
        update webhook_delivery set next_at = ?
        where practice_id = kith_practice() and webhook_id = ? and state = 'waiting' and next_at > ?
        """;

    private static final String GONE = """
        update webhook set state = 'disabled', disabled_because = 'gone', changed_at = ?, version = version + 1
        where practice_id = kith_practice() and id = ? and state = 'enabled'
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    /**
     * One event of a round.
     *
     * @param answer null: its turn did not come
     */
    record Sent(Letter letter, @Nullable Answer answer) {}

    /** In the order in which they were answered. */
    void note(UUID practice, UUID webhook, List<Sent> sent, Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            var before = hold(connection, webhook);
            if (before == null) {
                return; // it was removed meanwhile
            }
            var after = before;
            for (var one : sent) {
                if (one.answer() != null) {
                    after = after.after(one.answer(), now, ThreadLocalRandom.current());
                }
            }
            stand(connection, webhook, after);
            noteAnswered(connection, webhook, sent, now);
            leave(connection, webhook, sent, now);
            if (before.isBroken() && !after.isBroken()) {
                hurry(connection, webhook, now);
            }
            if (sent.stream()
                    .anyMatch(one -> one.answer() != null && one.answer().fault() == Fault.GONE)) {
                disable(connection, practice, webhook, now);
            }
        }
    }

    private static @Nullable Standing hold(Connection connection, UUID webhook) throws SQLException {
        try (var select = connection.prepareStatement(HOLD)) {
            select.setObject(1, webhook);
            try (var row = select.executeQuery()) {
                return row.next() ? Webhooks.standing(row) : null;
            }
        }
    }

    private static void stand(Connection connection, UUID webhook, Standing standing) throws SQLException {
        var fault = standing.lastFault();
        try (var update = connection.prepareStatement(STAND)) {
            update.setInt(1, standing.failures());
            update.setObject(2, Columns.at(standing.failingSince()));
            update.setObject(3, Columns.at(standing.pausedUntil()));
            update.setObject(4, Columns.at(standing.lastSuccessAt()));
            update.setObject(5, Columns.at(standing.lastFailureAt()));
            update.setObject(6, standing.lastStatus());
            update.setString(7, fault == null ? null : fault.code());
            update.setObject(8, webhook);
            update.executeUpdate();
        }
    }

    private static void noteAnswered(Connection connection, UUID webhook, List<Sent> sent, Instant now)
            throws SQLException {
        var events = new ArrayList<UUID>();
        var attempts = new ArrayList<Integer>();
        var states = new ArrayList<String>();
        var nexts = new ArrayList<@Nullable String>();
        var statuses = new ArrayList<@Nullable Integer>();
        var faults = new ArrayList<@Nullable String>();
        for (var one : sent) {
            var answer = one.answer();
            if (answer != null) {
                var letter = one.letter();
                var state = state(letter, answer, now);
                events.add(letter.event().id());
                attempts.add(letter.attempt());
                states.add(state.code());
                nexts.add(state == DeliveryState.WAITING ? nextTry(letter, now).toString() : null);
                statuses.add(answer.status());
                faults.add(answer.fault() == null ? null : answer.fault().code());
            }
        }
        try (var update = connection.prepareStatement(NOTE)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, Columns.at(now));
            update.setArray(3, connection.createArrayOf("uuid", events.toArray()));
            update.setArray(4, connection.createArrayOf("int", attempts.toArray()));
            update.setArray(5, connection.createArrayOf("text", states.toArray()));
            update.setArray(6, connection.createArrayOf("timestamptz", nexts.toArray()));
            update.setArray(7, connection.createArrayOf("int", statuses.toArray()));
            update.setArray(8, connection.createArrayOf("text", faults.toArray()));
            update.setObject(9, webhook);
            update.executeUpdate();
        }
    }

    private static DeliveryState state(Letter letter, Answer answer, Instant now) {
        if (answer.isGood()) {
            return DeliveryState.DELIVERED;
        }
        return now.isBefore(letter.giveUpAt()) ? DeliveryState.WAITING : DeliveryState.DEAD;
    }

    private static Instant nextTry(Letter letter, Instant now) {
        return BackOff.nextTry(letter.tries(), now, letter.giveUpAt(), ThreadLocalRandom.current());
    }

    private static void leave(Connection connection, UUID webhook, List<Sent> sent, Instant now) throws SQLException {
        var left = sent.stream()
                .filter(one -> one.answer() == null)
                .map(Sent::letter)
                .toList();
        try (var update = connection.prepareStatement(LEAVE)) {
            update.setObject(1, Columns.at(now));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", left.stream().map(one -> one.event().id()).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "int", left.stream().map(Letter::attempt).toArray()));
            update.setObject(4, webhook);
            update.executeUpdate();
        }
    }

    private static void hurry(Connection connection, UUID webhook, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(HURRY)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, webhook);
            update.setObject(3, Columns.at(now));
            update.executeUpdate();
        }
    }

    private void disable(Connection connection, UUID practice, UUID webhook, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(GONE)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, webhook);
            if (update.executeUpdate() == 1) {
                outbox.put("webhook.disabled", webhook, null, Map.of());
                audit.wrote(Caller.system(practice), "webhook.disabled", "webhook", webhook, null, Webhook.GONE);
            }
        }
    }
}

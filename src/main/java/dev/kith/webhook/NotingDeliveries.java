package dev.kith.webhook;

import dev.kith.audit.Audit;
import dev.kith.database.Columns;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.webhook.ClaimingDeliveries.Batch;
import dev.kith.webhook.ClaimingDeliveries.Letter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
@Transactional(rollbackOn = Exception.class)
class NotingDeliveries {
    private static final String STANDS = """
        select w.url, s.failures, s.failing_since, s.paused_until, s.last_success_at, s.last_failure_at, s.last_status, s.last_fault
        from webhook_standing s join webhook w on w.practice_id = s.practice_id and w.id = s.webhook_id
        where s.practice_id = kith_practice() and s.webhook_id = ?
        """;
    private static final String STAND = """
        update webhook_standing
        set failures = ?, failing_since = ?, paused_until = ?, last_success_at = ?, last_failure_at = ?, last_status = ?, last_fault = ?
        where practice_id = kith_practice() and webhook_id = ?
        """;
    /**
     * Only what is still in the hands of whoever took it: an attempt that was given up for lost has been taken by another. What arrived has
     * no next time; what did not is given up when it was tried for long enough. Of a replay that came meanwhile this is the first try.
     */
    private static final String NOTE = """
        update webhook_delivery d
        set state = case when x.next_at is null then 'delivered' when n.at < d.give_up_at then 'waiting' else 'dead' end,
            next_at = case when x.next_at is null or n.at >= d.give_up_at then null
                           when d.tries = 0 then least(x.next_at, n.at + ?::interval) else x.next_at end,
            attempted_at = n.at, last_status = x.status, last_fault = x.fault,
            delivered_at = case when x.next_at is null then n.at else d.delivered_at end
        from (values (?::timestamptz)) as n (at), unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::int[], ?::text[]) as x (event_id, attempt, next_at, status, fault)
        where d.practice_id = kith_practice() and d.webhook_id = ? and d.event_id = x.event_id
          and d.state = 'sending' and d.attempts = x.attempt
        """;

    private static final String LEAVE = """
        update webhook_delivery d set state = 'waiting', next_at = ?, attempts = d.attempts - 1, tries = greatest(d.tries - 1, 0)
        from unnest(?::uuid[], ?::int[]) as x (event_id, attempt)
        where d.practice_id = kith_practice() and d.webhook_id = ? and d.event_id = x.event_id
          and d.state = 'sending' and d.attempts = x.attempt
        """;
    private static final String GONE = """
        update webhook set state = 'disabled', disabled_because = 'gone', changed_at = ?, version = version + 1
        where practice_id = kith_practice() and id = ? and url = ? and state = 'enabled'
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Webhooks webhooks;

    @Inject
    Deliveries deliveries;

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

    /** How it fares, and where it is sent to now. */
    private record Held(String url, Standing standing) {}

    /** In the order in which they were answered. What another address answered than it has by now says nothing of how it fares. */
    void note(UUID practice, Batch batch, List<Sent> sent, Instant now) throws SQLException {
        var webhook = batch.webhook();
        webhooks.lock(webhook);
        try (var connection = database.getConnection()) {
            var held = held(connection, webhook);
            if (held == null) {
                return; // it was removed meanwhile
            }
            var isThere = held.url().equals(batch.url());
            noteAnswered(connection, webhook, sent, isThere, now);
            leave(connection, webhook, sent, now);
            if (isThere) {
                fares(connection, webhook, held.standing(), sent, now);
                if (sent.stream().anyMatch(NotingDeliveries::isGone)) {
                    disable(connection, practice, batch, now);
                }
            }
        }
    }

    private void fares(Connection connection, UUID webhook, Standing before, List<Sent> sent, Instant now)
            throws SQLException {
        var after = before;
        for (var one : sent) {
            if (one.answer() != null) {
                after = after.after(one.answer(), now, ThreadLocalRandom.current());
            }
        }
        stand(connection, webhook, after);
        if (before.isBroken() && !after.isBroken()) {
            deliveries.hurry(webhook, now);
        }
    }

    private static boolean isGone(Sent one) {
        return one.answer() != null && one.answer().fault() == Fault.GONE;
    }

    private static @Nullable Held held(Connection connection, UUID webhook) throws SQLException {
        try (var select = connection.prepareStatement(STANDS)) {
            select.setObject(1, webhook);
            try (var row = select.executeQuery()) {
                return row.next() ? new Held(row.getString("url"), WebhookRows.standing(row)) : null;
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

    /** What another address did not take is tried at the one it has by now, at once. */
    private static void noteAnswered(Connection connection, UUID webhook, List<Sent> sent, boolean isThere, Instant now)
            throws SQLException {
        var events = new ArrayList<UUID>();
        var attempts = new ArrayList<Integer>();
        var nexts = new ArrayList<@Nullable String>();
        var statuses = new ArrayList<@Nullable Integer>();
        var faults = new ArrayList<@Nullable String>();
        for (var one : sent) {
            var answer = one.answer();
            if (answer != null) {
                var letter = one.letter();
                var next = isThere ? nextTry(letter, now) : now;
                events.add(letter.event().id());
                attempts.add(letter.attempt());
                nexts.add(answer.isGood() ? null : next.toString());
                statuses.add(answer.status());
                faults.add(answer.fault() == null ? null : answer.fault().code());
            }
        }
        try (var update = connection.prepareStatement(NOTE)) {
            update.setString(1, BackOff.FIRST.toString());
            update.setObject(2, Columns.at(now));
            update.setArray(3, connection.createArrayOf("uuid", events.toArray()));
            update.setArray(4, connection.createArrayOf("int", attempts.toArray()));
            update.setArray(5, connection.createArrayOf("timestamptz", nexts.toArray()));
            update.setArray(6, connection.createArrayOf("int", statuses.toArray()));
            update.setArray(7, connection.createArrayOf("text", faults.toArray()));
            update.setObject(8, webhook);
            update.executeUpdate();
        }
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
            Letter.name(update, 2, left);
            update.setObject(4, webhook);
            update.executeUpdate();
        }
    }

    private void disable(Connection connection, UUID practice, Batch batch, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(GONE)) {
            update.setObject(1, Columns.at(now));
            update.setObject(2, batch.webhook());
            update.setString(3, batch.url());
            if (update.executeUpdate() == 1) {
                outbox.put("webhook.disabled", batch.webhook(), null, Map.of());
                audit.wrote(
                        Caller.system(practice), "webhook.disabled", "webhook", batch.webhook(), null, Webhook.GONE);
            }
        }
    }
}

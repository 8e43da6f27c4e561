package dev.kith.webhook;

import dev.kith.database.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes events that are due, committed before anything is sent, so that replicas do not send the same at once. What was taken and
 * never heard of again is taken anew. Of an endpoint that fails again and again one is taken, to see whether it is back.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ClaimingDeliveries {
    /** For one webhook at a time, so that none goes before the others. */
    static final int AT_ONCE = 20;
    /** Longer than looking up where they go and sending as many can take. */
    static final Duration LOST_AFTER = Duration.ofMinutes(3);

    private static final String CLAIM = """
        with ready as (
          select w.id, w.url, w.secret, w.previous_secret, w.previous_until, s.failures
          from webhook w join webhook_standing s on s.practice_id = w.practice_id and s.webhook_id = w.id
          where w.practice_id = kith_practice() and w.state = 'enabled' and (s.paused_until is null or s.paused_until <= ?)
            and w.id <> all (?)),
        due as (
          select r.id as webhook_id, d.event_id from ready r cross join lateral (
            select x.event_id from webhook_delivery x
            where x.practice_id = kith_practice() and x.webhook_id = r.id and x.next_at <= ?
            order by x.next_at, x.event_id limit case when r.failures >= ? then 1 else ? end
            for update skip locked) d),
        taken as (
          update webhook_delivery d set state = 'sending', attempts = d.attempts + 1, tries = d.tries + 1, next_at = ?
          from due where d.practice_id = kith_practice() and d.webhook_id = due.webhook_id and d.event_id = due.event_id
          returning d.webhook_id, d.event_id, d.type, d.occurred_at, d.subject_id, d.client_id, d.attempts, d.tries, d.give_up_at)
        select t.*, r.url, r.secret, r.previous_secret, r.previous_until
        from taken t join ready r on r.id = t.webhook_id order by t.webhook_id, t.occurred_at, t.event_id
        """;

    /** Only what is still in our hands. */
    private static final String KEEP = """
        update webhook_delivery d set next_at = ?
        from unnest(?::uuid[], ?::int[]) as x (event_id, attempt)
        where d.practice_id = kith_practice() and d.webhook_id = ? and d.event_id = x.event_id
          and d.state = 'sending' and d.attempts = x.attempt
        returning d.event_id
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    WebhookSecret secrets;

    /**
     * One event that was taken.
     *
     * @param attempt which one of all, by which the row is known again
     */
    record Letter(EventView event, int attempt, int tries, Instant giveUpAt) {
        /** Ids of the events at this place of a statement, and the attempts at the next. */
        static void name(PreparedStatement statement, int place, List<Letter> letters) throws SQLException {
            var connection = statement.getConnection();
            var events = letters.stream().map(one -> one.event().id()).toArray();
            var attempts = letters.stream().map(Letter::attempt).toArray();
            statement.setArray(place, connection.createArrayOf("uuid", events));
            statement.setArray(place + 1, connection.createArrayOf("int", attempts));
        }
    }

    /**
     * What was taken for one webhook.
     *
     * @param url where it was to be sent when it was taken
     * @param secrets to sign with; none when ours was lost
     * @param takenUntil from then on it is given up for lost, and others may take it
     */
    record Batch(UUID webhook, String url, List<byte[]> secrets, List<Letter> letters, Instant takenUntil) {}

    List<Batch> claim(Collection<UUID> busy, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CLAIM)) {
            update.setObject(1, Columns.at(now));
            update.setArray(2, connection.createArrayOf("uuid", busy.toArray()));
            update.setObject(3, Columns.at(now));
            update.setInt(4, BackOff.BREAKS_AT);
            update.setInt(5, AT_ONCE);
            update.setObject(6, Columns.at(now.plus(LOST_AFTER)));
            var batches = new LinkedHashMap<UUID, Batch>();
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    var webhook = row.getObject("webhook_id", UUID.class);
                    var batch = batches.get(webhook);
                    if (batch == null) {
                        batch = batch(webhook, row, now);
                        batches.put(webhook, batch);
                    }
                    batch.letters().add(letter(row));
                }
            }
            return List.copyOf(batches.values());
        }
    }

    /** What waited long for its turn is kept for as long again; without those that others have taken meanwhile. */
    Batch keep(Batch taken, Instant now) throws SQLException {
        var letters = taken.letters();
        var until = now.plus(LOST_AFTER);
        var kept = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(KEEP)) {
            update.setObject(1, Columns.at(until));
            Letter.name(update, 2, letters);
            update.setObject(4, taken.webhook());
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    kept.add(row.getObject(1, UUID.class));
                }
            }
        }
        var ours =
                letters.stream().filter(one -> kept.contains(one.event().id())).toList();
        return new Batch(taken.webhook(), taken.url(), taken.secrets(), ours, until);
    }

    private Batch batch(UUID webhook, ResultSet row, Instant now) throws SQLException {
        var until = Columns.instant(row, "previous_until");
        byte @Nullable [] previous = until != null && now.isBefore(until) ? row.getBytes("previous_secret") : null;
        return new Batch(
                webhook,
                row.getString("url"),
                secrets.open(row.getBytes("secret"), previous),
                new ArrayList<>(),
                now.plus(LOST_AFTER));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        var event = new EventView(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                Columns.moment(row, "occurred_at"),
                row.getObject("subject_id", UUID.class),
                row.getObject("client_id", UUID.class));
        return new Letter(event, row.getInt("attempts"), row.getInt("tries"), Columns.moment(row, "give_up_at"));
    }
}

package dev.kith.webhook;

import dev.kith.database.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Puts what happened into line for each webhook that wants to hear of it, set-based: a write pays nothing for webhooks, whatever
 * their number. Each keeps the snapshot of the transactions that were seen, so an event is found by whoever looks after it
 * committed, however late that was, and once: by one replica, since the webhook is locked meanwhile. Nothing is written while there is
 * no news, but for how far one has followed, now and then.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Following {
    /** After a restore the count of transactions begins anew, and times tell what may not have been seen. */
    private static final Duration SURELY_SEEN = Duration.ofHours(1);

    /** So long after a webhook was followed last it is followed without news too, or else what it has seen would grow old. */
    private static final Duration ANYWAY_AFTER = Duration.ofMinutes(1);

    private static final String ANEW = "pg_snapshot_xmax(s.seen) > pg_snapshot_xmax(pg_current_snapshot())";
    private static final String NEWS = """
        select s.webhook_id from webhook_standing s join webhook w on w.practice_id = s.practice_id and w.id = s.webhook_id
        where s.practice_id = kith_practice() and w.state = 'enabled' and (s.followed_at <= ? or %s or exists (
          select 1 from outbox_event e where e.practice_id = kith_practice()
            and e.written >= pg_snapshot_xmin(s.seen) and e.written < pg_snapshot_xmax(pg_current_snapshot())
            and not pg_visible_in_snapshot(e.written, s.seen) and (w.events is null or e.kind like any (w.events))))
        """.formatted(ANEW);
    /** Apart from what follows, whose snapshot is to be younger than what anybody wrote who had the lock before. */
    private static final String LOCK = """
        select webhook_id from webhook_standing where practice_id = kith_practice() and webhook_id = any (?) for update skip locked
        """;

    private static final String FOLLOW = """
        with asked as (select ?::timestamptz as now, ?::interval as tried_for, ?::interval as surely_seen),
        followed as (
          select s.webhook_id, s.seen, s.followed_at, w.events, %s as anew
          from webhook_standing s join webhook w on w.practice_id = s.practice_id and w.id = s.webhook_id
          where s.practice_id = kith_practice() and s.webhook_id = any (?)),
        queued as (
          insert into webhook_delivery
            (practice_id, webhook_id, event_id, type, subject_id, client_id, occurred_at, queued_at, next_at, give_up_at)
          select kith_practice(), n.webhook_id, n.id, n.kind, n.about_id, n.client_id, n.occurred_at, a.now, a.now, a.now + a.tried_for
          from asked a, (
            select f.webhook_id, e.* from followed f cross join lateral (
              select * from outbox_event where practice_id = kith_practice()
                and written >= pg_snapshot_xmin(f.seen) and written < pg_snapshot_xmax(pg_current_snapshot())
                and not pg_visible_in_snapshot(written, f.seen) offset 0) e
            where not f.anew and (f.events is null or e.kind like any (f.events))
            union all
            select f.webhook_id, e.* from followed f cross join asked a join outbox_event e on e.practice_id = kith_practice()
              and e.occurred_at >= f.followed_at - a.surely_seen
            where f.anew and (f.events is null or e.kind like any (f.events))) n
          where n.occurred_at >= a.now - a.tried_for
          order by n.webhook_id, n.id
          on conflict do nothing)
        update webhook_standing s set seen = pg_current_snapshot(), followed_at = a.now
        from followed f, asked a where s.practice_id = kith_practice() and s.webhook_id = f.webhook_id
        """.formatted(ANEW);
    private static final String PRACTICES = "select * from kith_practices_with_webhooks()";

    @Inject
    AgroalDataSource database;

    void follow(Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            var news = news(connection, now);
            var locked = news.isEmpty() ? news : lock(connection, news);
            if (locked.isEmpty()) {
                return;
            }
            follow(connection, locked, now);
        }
    }

    /**
     * What happened until now is put into line as this webhook asks for it now, enabled or not; for who holds it, and is about to change what it asks for. What
     * they wrote themselves is to be in the database by then.
     */
    void upToNow(UUID webhook, Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            follow(connection, List.of(webhook), now);
        }
    }

    private static void follow(Connection connection, List<UUID> held, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(FOLLOW)) {
            update.setObject(1, Columns.at(now));
            update.setString(2, BackOff.TRIED_FOR.toString());
            update.setString(3, SURELY_SEEN.toString());
            update.setArray(4, connection.createArrayOf("uuid", held.toArray()));
            update.executeUpdate();
        }
    }

    /** Those that something happened for, or that nobody looked after for long. */
    private static List<UUID> news(Connection connection, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(NEWS)) {
            select.setObject(1, Columns.at(now.minus(ANYWAY_AFTER)));
            return ids(select);
        }
    }

    /** Those of them that nobody else follows just now. */
    private static List<UUID> lock(Connection connection, List<UUID> webhooks) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("uuid", webhooks.toArray()));
            return ids(select);
        }
    }

    /** Those with a webhook that is enabled. */
    List<UUID> practices() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PRACTICES)) {
            return ids(select);
        }
    }

    private static List<UUID> ids(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new ArrayList<UUID>();
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
            return found;
        }
    }
}

package dev.kith.webhook;

import dev.kith.database.Columns;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The practice's events in the order of the transactions that wrote them. Ids, times and any sequence are given before a transaction
 * commits, so that one with a smaller number may appear after one with a larger was read. So only what was written before the
 * lowest transaction that is still under way is told: nothing can come in between any more. A transaction that takes long holds
 * back what comes after it, for as long as its time-outs let it. Native, for transactions have no other name.
 */
@ApplicationScoped
class EventFeed {
    /** Looked through for one page, so that a rare type costs no more than this. */
    static final int LOOKED_THROUGH = 5_000;

    private static final String AFTER = """
        with asked as (
          select ?::xid8 as transaction, ?::uuid as event, ?::text[] as types, ?::timestamptz as oldest),
        looked as (
          select e.written, e.id, e.kind, e.about_id, e.client_id, e.occurred_at from outbox_event e, asked a
          where e.practice_id = kith_practice() and e.written >= a.transaction and (e.written, e.id) > (a.transaction, a.event)
            and e.written < pg_snapshot_xmin(pg_current_snapshot()) and e.occurred_at >= a.oldest
          order by e.written, e.id limit ?)
        select pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text, whole.many, last.written::text, last.id, last.occurred_at,
               found.written::text, found.id, found.kind, found.occurred_at, found.about_id, found.client_id
        from pg_current_snapshot() s
        cross join (select count(*) as many from looked) whole
        left join lateral (select l.* from looked l order by l.written desc, l.id desc limit 1) last on true
        left join lateral (
          select l.* from looked l, asked a where a.types is null or l.kind like any (a.types)
          order by l.written, l.id limit ?) found on true
        order by found.written, found.id
        """;
    /** After a restore into another server the count of transactions begins anew: what was brought along then comes before all else. */
    private static final String RENUMBER = """
        update outbox_event set written = '3'::xid8
        where practice_id = kith_practice() and written >= pg_snapshot_xmax(pg_current_snapshot())
        """;

    private static final String FORGET = """
        delete from outbox_event where practice_id = kith_practice() and id in (
          select id from outbox_event where practice_id = kith_practice() and id < ? and occurred_at < ? order by id limit ?)
        """;

    @Inject
    AgroalDataSource database;

    /** Some events, and where to go on. */
    record Found(List<EventView> events, EventPosition next, boolean more) {}

    /** The events after a place; of these types, as SQL compares, or all. */
    Found after(EventPosition position, @Nullable List<String> types, int most, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(AFTER)) {
            select.setString(1, Long.toString(position.transaction()));
            select.setObject(2, position.event());
            select.setArray(3, Columns.texts(connection, types));
            select.setObject(4, Columns.at(now.minus(EventPosition.TOLD)));
            select.setInt(5, LOOKED_THROUGH);
            select.setInt(6, most + 1);
            try (var row = select.executeQuery()) {
                return found(position, row, most, now);
            }
        }
    }

    private static Found found(EventPosition from, ResultSet row, int most, Instant now) throws SQLException {
        row.next();
        from.unlessAheadOf(row.getLong(2));
        var more = row.getInt(3) == LOOKED_THROUGH;
        var end = more
                ? new EventPosition(row.getLong(4), row.getObject(5, UUID.class), Columns.moment(row, 6))
                : EventPosition.before(row.getLong(1), now);
        var events = new ArrayList<EventView>();
        var last = end;
        var left = row.getString(7) != null;
        while (left && events.size() < most) {
            var event = new EventView(
                    row.getObject(8, UUID.class),
                    row.getString(9),
                    Columns.moment(row, 10),
                    row.getObject(11, UUID.class),
                    row.getObject(12, UUID.class));
            events.add(event);
            last = new EventPosition(row.getLong(7), event.id(), event.at());
            left = row.next();
        }
        return left ? new Found(events, last, true) : new Found(events, end, more);
    }

    /** Puts what a restore brought along where it belongs; how many. */
    int renumber() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(RENUMBER)) {
            return update.executeUpdate();
        }
    }

    /** Forgets events of before this moment, the oldest first; how many. */
    int forget(Instant before, int most) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, firstIdAt(before));
            delete.setObject(2, Columns.at(before));
            delete.setInt(3, most);
            return delete.executeUpdate();
        }
    }

    /** Ids begin with their time (RFC 9562), and events are given theirs when they are written: by it the key finds them. */
    static UUID firstIdAt(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}

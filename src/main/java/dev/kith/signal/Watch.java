package dev.kith.signal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom the rules are to be asked about: whoever's facts changed. How far the events were followed is kept as a snapshot, the transactions
 * that could be seen, so that what commits late is found and nothing is found twice. Native: one set-based statement follows them all.
 */
@ApplicationScoped
class Watch {
    /** Clients at a time. */
    static final int AT_ONCE = 100;

    /** After a restore into another server the count of transactions begins anew, and what was seen says nothing. */
    private static final String ANEW =
            "(w.seen is null or pg_snapshot_xmax(w.seen) > pg_snapshot_xmax(pg_current_snapshot()))";
    /**
     * Whatever tells of a client may change what a rule says, but for what signals and reminders bring about. The lower bound is asked for by itself: joined,
     * the planner takes nearly every event for news, and reads all that were ever written.
     */
    private static final String EVENTS = """
        select e.client_id from outbox_event e, watch w
        where e.practice_id = kith_practice() and e.client_id is not null
          and e.kind not like 'signal.%%' and e.kind not like 'reminder%%'
          and e.written >= (select pg_snapshot_xmin(seen) from watch) and e.written < pg_snapshot_xmax(pg_current_snapshot())
          and not pg_visible_in_snapshot(e.written, w.seen) and not %s
        """.formatted(ANEW);

    private static final String LATE = """
        select t.client_id from task t, watch w
        where t.practice_id = kith_practice() and t.ended_as is distinct from 'completed'
          and t.due_at >= w.late_from and t.due_at < ?::timestamptz - ?::interval
        """;
    private static final String WATCH =
            "with watch as (select seen, late_from from signal_watch where practice_id = kith_practice())\n";
    private static final String NEWS = WATCH
            + "select exists (select 1 from signal_due where practice_id = kith_practice()) or not exists (select 1 from watch)"
            + " or exists (select 1 from watch w where " + ANEW + ") or exists (" + EVENTS + ") or exists (" + LATE
            + ")";
    private static final String NEWS_OF =
            WATCH + "select client_id from unnest(?::uuid[]) as c (client_id) where client_id in ("
                    + "select client_id from signal_due where practice_id = kith_practice() and client_id = any (?) union all "
                    + EVENTS + " and e.client_id = any (?) union all " + LATE + " and t.client_id = any (?))"
                    + " or not exists (select 1 from watch) or exists (select 1 from watch w where " + ANEW + ")"
                    + " or not exists (select 1 from signal_not_judged n where n.practice_id = kith_practice() and n.client_id = c.client_id)";
    private static final String BEGIN =
            "insert into signal_watch (practice_id) values (kith_practice()) on conflict do nothing";
    private static final String FOLLOW = """
        with watch as (select seen, late_from from signal_watch where practice_id = kith_practice() for update skip locked),
        due as (
          insert into signal_due (practice_id, client_id)
          select kith_practice(), client_id from (
            %s union %s union
            select c.id from client c, watch w where c.practice_id = kith_practice() and c.archived_at is null and %s) changed
          order by client_id
          on conflict do nothing)
        update signal_watch s set seen = pg_current_snapshot(), late_from = greatest(w.late_from, ?::timestamptz - ?::interval)
        from watch w where s.practice_id = kith_practice()
        """.formatted(EVENTS, LATE, ANEW);
    private static final String TAKE = """
        delete from signal_due where practice_id = kith_practice() and client_id in (
          select client_id from signal_due where practice_id = kith_practice() order by client_id limit ? for update skip locked)
        returning client_id
        """;
    private static final String EVERYBODY = """
        insert into signal_due (practice_id, client_id)
        select practice_id, id from client where practice_id = kith_practice() and archived_at is null order by id
        on conflict do nothing
        """;
    private static final String NEXT = """
        select min(due_at) from task
        where practice_id = kith_practice() and ended_as is distinct from 'completed' and due_at >= ?::timestamptz - ?::interval
        """;

    @Inject
    AgroalDataSource database;

    /** Whether there is anybody to look at. */
    boolean hasNews(Instant now, Duration overdue) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWS)) {
            late(select, 1, now, overdue);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Those of them about whom there is news, or whom nobody has judged yet, without taking them from those who look at everybody. */
    List<UUID> newsOf(Collection<UUID> clients, Instant now, Duration overdue) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWS_OF)) {
            var ids = connection.createArrayOf("uuid", clients.toArray());
            select.setArray(1, ids);
            select.setArray(2, ids);
            select.setArray(3, ids);
            late(select, 4, now, overdue);
            select.setArray(6, ids);
            return ids(select);
        }
    }

    /** Takes the next clients to look at, in this transaction; none when nobody is left whom no other has taken. */
    List<UUID> take(Instant now, Duration overdue) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, BEGIN);
            try (var follow = connection.prepareStatement(FOLLOW)) {
                late(follow, 1, now, overdue);
                late(follow, 3, now, overdue);
                follow.executeUpdate();
            }
            try (var take = connection.prepareStatement(TAKE)) {
                take.setInt(1, AT_ONCE);
                return ids(take);
            }
        }
    }

    /** All clients are to be looked at again, since the thresholds changed. */
    void again() throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, EVERYBODY);
        }
    }

    /** When the next measure will have been late for so long. */
    Optional<Instant> nextAfter(Instant moment, Duration overdue) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            late(select, 1, moment, overdue);
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(at -> at.toInstant().plus(overdue).plusMillis(1));
            }
        }
    }

    private static void late(PreparedStatement statement, int at, Instant now, Duration overdue) throws SQLException {
        statement.setObject(at, now.atOffset(ZoneOffset.UTC));
        statement.setString(at + 1, overdue.toString());
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<UUID>();
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
            return found;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}

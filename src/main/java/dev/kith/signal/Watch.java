package dev.kith.signal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose facts changed since the rules were last asked. What an event tells of is found however late its transaction commits, for the
 * position is the lowest transaction that was under way when a run began; what was seen already may be looked at twice.
 */
@ApplicationScoped
class Watch {
    /** Clients at a time. */
    static final int AT_ONCE = 100;

    /** Kinds of events that can change what a rule says. */
    private static final String KINDS = """
        ('response.completed', 'response.amended', 'log.completed', 'log.corrected', 'task.missed', 'task.skipped',
         'assignment.paused', 'assignment.resumed', 'assignment.ended', 'assignment.created', 'client.created', 'client.updated',
         'client.archived', 'client.restored', 'alert.raised')
        """;

    private static final String CHANGED = """
        select exists (
          select 1 from outbox_event e
          where e.practice_id = kith_practice() and e.client_id is not null and e.kind in %1$s
            and e.written >= coalesce((select read_from from signal_watch where practice_id = kith_practice()), '0'))
          or exists (
          select 1 from task t
          where t.practice_id = kith_practice() and t.ended_as is distinct from 'completed' and t.due_at < ?::timestamptz - ?::interval
            and t.due_at >= coalesce((select late_from from signal_watch where practice_id = kith_practice()), '-infinity'))
        """.formatted(KINDS);
    private static final String BEGIN =
            "insert into signal_watch (practice_id) values (kith_practice()) on conflict do nothing";
    private static final String TAKE = """
        update signal_watch w
        set next_from = coalesce(w.next_from, pg_snapshot_xmin(pg_current_snapshot())),
            late_to = coalesce(w.late_to, greatest(w.late_from, ?::timestamptz - ?::interval))
        from (select practice_id from signal_watch where practice_id = kith_practice() for update skip locked) mine
        where w.practice_id = mine.practice_id
        """;
    private static final String CLIENTS = """
        with watch as (select * from signal_watch where practice_id = kith_practice())
        select client_id from (
          select e.client_id from outbox_event e, watch w
          where e.practice_id = kith_practice() and e.client_id > w.client_done and e.kind in %1$s and e.written >= w.read_from
          union
          select t.client_id from task t, watch w
          where t.practice_id = kith_practice() and t.client_id > w.client_done and t.ended_as is distinct from 'completed'
            and t.due_at >= w.late_from and t.due_at < w.late_to) changed
        order by client_id limit ?
        """.formatted(KINDS);
    private static final String ON = "update signal_watch set client_done = ? where practice_id = kith_practice()";
    private static final String DONE = """
        update signal_watch
        set read_from = next_from, next_from = null, late_from = late_to, late_to = null,
            client_done = '00000000-0000-0000-0000-000000000000'
        where practice_id = kith_practice()
        """;
    private static final String AGAIN = """
        update signal_watch
        set read_from = '0', next_from = null, late_from = '-infinity', late_to = null,
            client_done = '00000000-0000-0000-0000-000000000000'
        where practice_id = kith_practice()
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
                var select = connection.prepareStatement(CHANGED)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setString(2, overdue.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The next clients to look at, in this transaction; none when all were looked at, or somebody else is at it. */
    List<UUID> take(Instant now, Duration overdue) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, BEGIN);
            try (var take = connection.prepareStatement(TAKE)) {
                take.setObject(1, now.atOffset(ZoneOffset.UTC));
                take.setString(2, overdue.toString());
                if (take.executeUpdate() == 0) {
                    return List.of();
                }
            }
            var found = clients(connection);
            if (found.size() < AT_ONCE) {
                run(connection, DONE);
            } else {
                try (var on = connection.prepareStatement(ON)) {
                    on.setObject(1, found.get(found.size() - 1));
                    on.executeUpdate();
                }
            }
            return found;
        }
    }

    /** All clients are to be looked at again, since the thresholds changed. */
    void again() throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, AGAIN);
        }
    }

    private static List<UUID> clients(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(CLIENTS)) {
            select.setInt(1, AT_ONCE);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** When the next open measure will have been late for so long. */
    Optional<Instant> nextAfter(Instant moment, Duration overdue) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            select.setString(2, overdue.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(at -> at.toInstant().plus(overdue).plusMillis(1));
            }
        }
    }
}

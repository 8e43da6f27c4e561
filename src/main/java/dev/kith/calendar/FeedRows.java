package dev.kith.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Feeds as rows, and what they show. Native: upserted, found without a practice by the owner's function, and read in one statement. */
@ApplicationScoped
class FeedRows {
    private static final int MOST = 1_000;
    private static final Duration READ_EVERY = Duration.ofMinutes(5);

    private static final String PUT = """
        insert into calendar_feed (practice_id, client_id, secret_hash, made_at) values (kith_practice(), ?, ?, ?)
        on conflict (practice_id, client_id) do update
        set secret_hash = excluded.secret_hash, made_at = excluded.made_at, read_at = null
        """;
    private static final String FIND =
            "select made_at, read_at from calendar_feed where practice_id = kith_practice() and client_id = ?";
    private static final String REMOVE =
            "delete from calendar_feed where practice_id = kith_practice() and client_id = ?";
    private static final String BEHIND = "select practice_id, client_id from kith_calendar_feed(?)";
    private static final String READ = """
        update calendar_feed set read_at = ?
        where practice_id = kith_practice() and client_id = ? and (read_at is null or read_at <= ?)
        """;
    private static final String TASKS = """
        select id, opens_at, due_at from (
        select t.id, t.opens_at, t.due_at from task t
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and t.opens_at >= ? and t.opens_at < ?
          and (t.ended_as is null or t.ended_as in ('completed', 'missed')) and a.state <> 'paused'
        order by t.opens_at desc, t.id desc
        limit ?) newest
        order by opens_at, id
        """;

    @Inject
    AgroalDataSource database;

    /** Whose feed a secret is. */
    record Owner(UUID practice, UUID client) {}

    /** A task, without what it is. */
    record Slot(UUID id, Instant opensAt, Instant dueAt) {}

    void put(UUID client, byte[] hash, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PUT)) {
            insert.setObject(1, client);
            insert.setBytes(2, hash);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    CalendarFeedView of(UUID client) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return CalendarFeedView.NONE;
                }
                var read = row.getObject(2, OffsetDateTime.class);
                return new CalendarFeedView(true, instant(row, 1), read == null ? null : read.toInstant());
            }
        }
    }

    /** Whether there was one. */
    boolean remove(UUID client) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, client);
            return delete.executeUpdate() > 0;
        }
    }

    /** Outside any practice. Compared as a hash, so that how long it takes tells nothing of a secret. */
    Optional<Owner> behind(byte[] hash) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(BEHIND)) {
            ask.setBytes(1, hash);
            try (var row = ask.executeQuery()) {
                return row.next()
                        ? Optional.of(new Owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    void read(UUID client, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(READ)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, client);
            update.setObject(3, now.minus(READ_EVERY).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    List<Slot> slots(UUID client, Instant from, Instant to) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TASKS)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            select.setInt(4, MOST);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Slot>();
                while (row.next()) {
                    found.add(new Slot(row.getObject(1, UUID.class), instant(row, 2), instant(row, 3)));
                }
                return found;
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

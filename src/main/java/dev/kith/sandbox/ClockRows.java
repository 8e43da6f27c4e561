package dev.kith.sandbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one row that says how far a sandbox's clock is ahead, and who walks it. Native: claimed, raised and read back in one go. */
@ApplicationScoped
class ClockRows {
    private static final String ADD = """
        insert into sandbox_clock (practice_id, offset_ms, moved_at, moved_by)
        values (kith_practice(), 0, ?, ?) on conflict do nothing
        """;
    private static final String READ = """
        select offset_ms, moved_at, moved_by, walk_seen_at from sandbox_clock where practice_id = kith_practice()
        """;
    private static final String BEGIN = """
        update sandbox_clock set walk_id = ?, walk_seen_at = ?, moved_at = ?, moved_by = ?
        where practice_id = kith_practice()
        """;
    private static final String RAISE = """
        update sandbox_clock set offset_ms = greatest(offset_ms, ?), walk_seen_at = ?
        where practice_id = kith_practice() and walk_id = ?
        returning offset_ms
        """;
    private static final String END = """
        update sandbox_clock set walk_id = null, walk_seen_at = null where practice_id = kith_practice() and walk_id = ?
        """;
    private static final String RESET = """
        update sandbox_clock
        set offset_ms = 0, walk_id = null, walk_seen_at = null, moved_at = ?, moved_by = ?
        where practice_id = kith_practice()
        """;

    @Inject
    AgroalDataSource database;

    /**
     * The row, or what stands for one where nobody ever moved the clock.
     *
     * @param walkSeenAt when the walk that holds the row last gave a sign; null when none does
     */
    record Row(
            long offsetMs,
            @Nullable Instant movedAt,
            @Nullable UUID movedBy,
            @Nullable Instant walkSeenAt) {
        static final Row NEVER_MOVED = new Row(0, null, null, null);
    }

    Row read() throws SQLException {
        return read(READ);
    }

    /** The row, made if there was none, and held until the transaction ends. */
    Row take(UUID by, Instant real) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, real.atOffset(ZoneOffset.UTC));
            insert.setObject(2, by);
            insert.executeUpdate();
        }
        return read(READ + " for update");
    }

    void begin(UUID walk, UUID by, Instant real) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(BEGIN)) {
            update.setObject(1, walk);
            update.setObject(2, real.atOffset(ZoneOffset.UTC));
            update.setObject(3, real.atOffset(ZoneOffset.UTC));
            update.setObject(4, by);
            update.executeUpdate();
        }
    }

    /** The offset from now on, never less than before; null when this walk no longer holds the row. */
    @Nullable
    Long raise(UUID walk, long offsetMs, Instant real) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(RAISE)) {
            update.setLong(1, offsetMs);
            update.setObject(2, real.atOffset(ZoneOffset.UTC));
            update.setObject(3, walk);
            try (var row = update.executeQuery()) {
                return row.next() ? (Long) row.getLong(1) : null;
            }
        }
    }

    void end(UUID walk) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(END)) {
            update.setObject(1, walk);
            update.executeUpdate();
        }
    }

    void reset(UUID by, Instant real) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(RESET)) {
            update.setObject(1, real.atOffset(ZoneOffset.UTC));
            update.setObject(2, by);
            update.executeUpdate();
        }
    }

    private Row read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            if (!row.next()) {
                return Row.NEVER_MOVED;
            }
            var seen = row.getObject(4, OffsetDateTime.class);
            return new Row(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, UUID.class),
                    seen == null ? null : seen.toInstant());
        }
    }
}

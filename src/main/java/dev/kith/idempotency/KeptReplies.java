package dev.kith.idempotency;

import dev.kith.problem.ProblemException;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The rows of kept replies, in the running transaction. */
@ApplicationScoped
class KeptReplies {
    private static final String CLAIM = """
        insert into idempotency_key (practice_id, principal_id, operation, key, request_hash, made_at)
        values (kith_practice(), ?, ?, ?, ?, ?) on conflict do nothing
        """;
    private static final String KEEP = """
        update idempotency_key set reply = ?
        where practice_id = kith_practice() and principal_id = ? and operation = ? and key = ?
        """;
    private static final String READ = """
        select request_hash, reply from idempotency_key
        where practice_id = kith_practice() and principal_id = ? and operation = ? and key = ?
        """;
    private static final String FORGET = """
        delete from idempotency_key where practice_id = kith_practice() and made_at < ?
        """;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String LOCK_TIMEOUT = "55P03";

    @Inject
    AgroalDataSource database;

    @Inject
    @RealTime
    Clock clock;

    /** Whose key, for which operation on which resource. */
    record Name(UUID principal, String operation, String key) {}

    record Kept(byte[] requestHash, byte[] reply) {}

    /** False: somebody was first, and has finished. */
    boolean claim(Name name, byte[] requestHash) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(CLAIM)) {
            bind(insert, 1, name);
            insert.setBytes(4, requestHash);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (LOCK_TIMEOUT.equals(e.getSQLState())) {
                throw ProblemException.conflict("still-running", "The first request with this key is still running.");
            }
            throw e;
        }
    }

    void keep(Name name, byte[] reply) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(KEEP)) {
            update.setBytes(1, reply);
            bind(update, 2, name);
            update.executeUpdate();
        }
    }

    Kept require(Name name) throws SQLException {
        try (var connection = database.getConnection();
                var read = connection.prepareStatement(READ)) {
            bind(read, 1, name);
            try (var found = read.executeQuery()) {
                if (!found.next() || found.getBytes("reply") == null) {
                    throw ProblemException.conflict("still-running", "The first request with this key is running.");
                }
                return new Kept(found.getBytes("request_hash"), found.getBytes("reply"));
            }
        }
    }

    void forgetOld() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, Name name) throws SQLException {
        statement.setObject(first, name.principal());
        statement.setString(first + 1, name.operation());
        statement.setString(first + 2, name.key());
    }
}

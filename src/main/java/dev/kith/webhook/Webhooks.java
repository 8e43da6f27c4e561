package dev.kith.webhook;

import dev.kith.database.Columns;
import dev.kith.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's webhooks, each with how it fares. Native: a standing holds a snapshot of the database's own kind. */
@ApplicationScoped
class Webhooks {
    private static final String READ = """
        select w.id, w.url, w.description, w.events, w.disabled_because, w.created_at, w.changed_at, w.version,
               s.failures, s.failing_since, s.paused_until, s.last_success_at, s.last_failure_at, s.last_status, s.last_fault,
               (select count(*) from webhook_delivery d
                where d.practice_id = w.practice_id and d.webhook_id = w.id and d.next_at is not null) as waiting,
               (select count(*) from webhook_delivery d
                where d.practice_id = w.practice_id and d.webhook_id = w.id and d.state = 'dead') as dead,
               w.previous_until
        from webhook w join webhook_standing s on s.practice_id = w.practice_id and s.webhook_id = w.id
        where w.practice_id = kith_practice()
        """;
    private static final String COUNT = "select count(*) from webhook where practice_id = kith_practice()";
    private static final String LOCK =
            "select 1 from webhook_standing where practice_id = kith_practice() and webhook_id = ? for update";
    private static final String HELD = """
        select id, url, description, events, disabled_because, created_at, changed_at, version
        from webhook where practice_id = kith_practice() and id = ?
        """;
    private static final String ADD = """
        insert into webhook (practice_id, id, url, description, events, state, secret, created_at, changed_at, version)
        values (kith_practice(), ?, ?, ?, ?, 'enabled', ?, ?, ?, 1)
        """;
    private static final String STAND =
            "insert into webhook_standing (practice_id, webhook_id, followed_at) values (kith_practice(), ?, ?)";
    private static final String CHANGE = """
        update webhook set url = ?, description = ?, events = ?, state = ?, disabled_because = ?, changed_at = ?, version = ?
        where practice_id = kith_practice() and id = ?
        """;
    private static final String ANEW = """
        update webhook_standing set failures = 0, failing_since = null, paused_until = null
        where practice_id = kith_practice() and webhook_id = ?
        """;
    private static final String ROTATE = """
        update webhook set previous_secret = secret, previous_until = ?, secret = ?, changed_at = ?, version = version + 1
        where practice_id = kith_practice() and id = ?
        """;
    private static final String REMOVE = "delete from webhook where practice_id = kith_practice() and id = ?";

    @Inject
    AgroalDataSource database;

    /**
     * A webhook as it stands.
     *
     * @param waiting events that are still tried
     * @param dead events that were given up
     */
    record Known(
            Webhook webhook,
            Standing standing,
            int waiting,
            int dead,
            @Nullable Instant previousUntil) {}

    List<Known> all() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ + " order by w.id")) {
            return read(select);
        }
    }

    Known require(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ + " and w.id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst().orElseThrow(ProblemException::notFound);
        }
    }

    /** It stays as it is until the running transaction ends. Read after the lock: before, somebody may have been changing it. */
    Webhook hold(UUID id) throws SQLException {
        lock(id);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(HELD)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound();
                }
                return WebhookRows.webhook(row);
            }
        }
    }

    /** Nobody else changes it, nor how it fares, until the running transaction ends. */
    void lock(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LOCK)) {
            select.setObject(1, id);
            select.execute();
        }
    }

    int count() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Events count from this transaction on. */
    void add(Webhook webhook, byte[] secret) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD);
                var stand = connection.prepareStatement(STAND)) {
            insert.setObject(1, webhook.id());
            insert.setString(2, webhook.url());
            insert.setString(3, webhook.description());
            insert.setArray(4, Columns.texts(connection, webhook.events()));
            insert.setBytes(5, secret);
            insert.setObject(6, Columns.at(webhook.createdAt()));
            insert.setObject(7, Columns.at(webhook.changedAt()));
            insert.executeUpdate();
            stand.setObject(1, webhook.id());
            stand.setObject(2, Columns.at(webhook.createdAt()));
            stand.executeUpdate();
        }
    }

    void change(Webhook webhook) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CHANGE)) {
            update.setString(1, webhook.url());
            update.setString(2, webhook.description());
            update.setArray(3, Columns.texts(connection, webhook.events()));
            update.setString(4, webhook.state());
            update.setString(5, webhook.disabledBecause());
            update.setObject(6, Columns.at(webhook.changedAt()));
            update.setInt(7, webhook.version());
            update.setObject(8, webhook.id());
            update.executeUpdate();
        }
    }

    /** Its failures are forgotten: it is called again at once. */
    void standAnew(UUID id) throws SQLException {
        run(ANEW, id);
    }

    void rotate(UUID id, byte[] secret, Instant previousUntil, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(ROTATE)) {
            update.setObject(1, Columns.at(previousUntil));
            update.setBytes(2, secret);
            update.setObject(3, Columns.at(now));
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    /** With its deliveries. */
    void remove(UUID id) throws SQLException {
        run(REMOVE, id);
    }

    private void run(String sql, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }

    private static List<Known> read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new ArrayList<Known>();
            while (row.next()) {
                found.add(new Known(
                        WebhookRows.webhook(row),
                        WebhookRows.standing(row),
                        row.getInt("waiting"),
                        row.getInt("dead"),
                        Columns.instant(row, "previous_until")));
            }
            return found;
        }
    }
}

package dev.kith.reminder;

import dev.kith.mail.Postbox;
import dev.kith.outbox.Outbox;
import dev.kith.reminder.Delivery.Claim;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes what is due and decides what becomes of it, committed before anything is sent: a worker that dies afterwards leaves a
 * reminder unsent, never one that is sent twice. Clients are taken whole, so that two workers count one day of one client together.
 */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
class Claiming {
    /** Clients; few enough for all their e-mails to go out before the caller's transaction grows old. */
    static final int AT_ONCE = 200;

    private static final String HOLD = """
        select c.id from client c
        where c.practice_id = kith_practice() and c.id in (
          select r.client_id from reminder r where r.practice_id = kith_practice() and r.state = 'planned' and r.due_at <= ?)
        limit ?
        for no key update skip locked
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Postbox postbox;

    /** What was decided: how many clients were gone through, and what is to be sent now. */
    record Claimed(int clients, List<Claim> toSend) {}

    Claimed claim(Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            var held = hold(connection, now);
            return held.isEmpty() ? new Claimed(0, List.of()) : new Claimed(held.size(), judge(connection, held, now));
        }
    }

    private static List<UUID> hold(Connection connection, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(HOLD)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, AT_ONCE);
            try (var row = select.executeQuery()) {
                var held = new ArrayList<UUID>();
                while (row.next()) {
                    held.add(row.getObject(1, UUID.class));
                }
                return held;
            }
        }
    }

    private List<Claim> judge(Connection connection, List<UUID> held, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(Verdicts.JUDGE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setBoolean(2, postbox.isOpen());
            update.setInt(3, DefaultRules.MOST_PER_DAY);
            update.setObject(4, DefaultRules.QUIET.fromTime());
            update.setObject(5, DefaultRules.QUIET.toTime());
            update.setObject(6, now.minus(Planning.TOO_LATE).atOffset(ZoneOffset.UTC));
            update.setArray(7, connection.createArrayOf("uuid", held.toArray()));
            try (var row = update.executeQuery()) {
                var toSend = new ArrayList<Claim>();
                while (row.next()) {
                    var task = row.getObject(1, UUID.class);
                    if (row.getString(5).equals("sending")) {
                        toSend.add(
                                new Claim(task, row.getString(2), row.getInt(3), row.getString(7), row.getString(8)));
                    } else if (row.getString(5).equals("sent")) {
                        outbox.put(
                                "reminder.due",
                                task,
                                row.getObject(4, UUID.class),
                                Map.of("task", task.toString(), "channel", row.getString(6)));
                    }
                }
                return toSend;
            }
        }
    }
}

package dev.kith.reminder;

import dev.kith.mail.Reach;
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
    /** Clients; few, for what was claimed by a worker that dies is not sent. */
    static final int AT_ONCE = 25;

    /** Reminders that are looked at to find those clients, the longest due first. */
    private static final int SOONEST = 10 * AT_ONCE;

    static final String HOLD = """
        select c.id from client c
        where c.practice_id = kith_practice() and c.id in (
          select client_id from (
            select r.client_id from reminder r
            where r.practice_id = kith_practice() and r.state = 'planned' and r.due_at <= ?
              and (? or r.waits_for is distinct from 'unreachable')
            order by r.due_at limit ?) soonest)
        order by c.id limit ?
        for no key update skip locked
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    DefaultRules defaults;

    /** What was decided: how many clients were gone through, and what is to be sent now. */
    record Claimed(int clients, List<Claim> toSend) {}

    Claimed claim(Instant now, Reach mail) throws SQLException {
        try (var connection = database.getConnection()) {
            var held = hold(connection, now, mail);
            return held.isEmpty()
                    ? new Claimed(0, List.of())
                    : new Claimed(held.size(), judge(connection, held, now, mail));
        }
    }

    private static List<UUID> hold(Connection connection, Instant now, Reach mail) throws SQLException {
        try (var select = connection.prepareStatement(HOLD)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setBoolean(2, mail != Reach.AWAY);
            select.setInt(3, SOONEST);
            select.setInt(4, AT_ONCE);
            try (var row = select.executeQuery()) {
                var held = new ArrayList<UUID>();
                while (row.next()) {
                    held.add(row.getObject(1, UUID.class));
                }
                return held;
            }
        }
    }

    private List<Claim> judge(Connection connection, List<UUID> held, Instant now, Reach mail) throws SQLException {
        try (var update = connection.prepareStatement(Verdicts.JUDGE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setBoolean(2, mail != Reach.NONE);
            update.setInt(3, mail.mostAtOnce);
            update.setInt(4, DefaultRules.MOST_PER_DAY);
            update.setObject(5, DefaultRules.QUIET.fromTime());
            update.setObject(6, DefaultRules.QUIET.toTime());
            update.setString(7, defaults.text());
            update.setArray(8, connection.createArrayOf("uuid", held.toArray()));
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

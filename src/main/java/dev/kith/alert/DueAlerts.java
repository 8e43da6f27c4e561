package dev.kith.alert;

import dev.kith.escalation.Rung;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alerts whose next step is due: claimed a few hundred at a time by one replica each, and taken on in three statements. That a
 * step was taken is in the row that it was claimed by, so it is taken once, whoever dies meanwhile.
 */
@ApplicationScoped
class DueAlerts {
    private static final String CLAIM = """
        select id, client_id, kind, severity, state, owner_id, rung, repeats, escalations, steps, told_since, rule from alert
        where practice_id = kith_practice() and state <> 'resolved' and next_step_at <= ?
        order by next_step_at limit ? for no key update skip locked
        """;
    private static final String TOLD = """
        select a.id, t.member_id from alert a
        join alert_telling t on t.practice_id = a.practice_id and t.alert_id = a.id and t.number >= a.told_since
        where a.practice_id = kith_practice() and a.id = any (?)
        """;
    private static final String NEXT = """
        select min(next_step_at) from alert where practice_id = kith_practice() and state <> 'resolved' and next_step_at > ?
        """;
    private static final String TAKE = """
        with taken as (
          select * from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::int[], ?::timestamptz[], ?::text[])
            as x (id, number, what, rung, owner_id, escalation, repeats, next_at, state)
        ), stepped as (
          insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, rung, owner_id, escalation)
          select kith_practice(), id, number, what, ?::timestamptz, 'system', kith_practice(), state, rung, owner_id, escalation
          from taken
        )
        update alert a
        set steps = x.number, rung = x.rung, owner_id = x.owner_id, escalations = x.escalation, repeats = x.repeats,
            next_step_at = x.next_at, version = a.version + 1
        from taken x where a.practice_id = kith_practice() and a.id = x.id
        """;
    private static final String TELL = """
        insert into alert_telling (practice_id, alert_id, number, member_id, until_state, try_at)
        select kith_practice(), x.id, x.number, x.member_id, x.until_state, ?::timestamptz
        from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[]) as x (id, number, member_id, until_state)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    @RealTime
    Clock realTime;

    /** An alert that something is to be done about, held until the running transaction ends. */
    record Due(
            UUID id,
            UUID clientId,
            NewAlert.Kind kind,
            AlertSeverity severity,
            boolean acknowledged,
            @Nullable UUID owner,
            Rung rung,
            int repeats,
            int escalations,
            int steps,
            String rule,
            Set<UUID> told) {}

    /** What is done about it. */
    record Taken(Due due, String what, Rung rung, @Nullable UUID owner, int repeats, Instant nextAt, List<UUID> tell) {}

    List<Due> claim(Instant now, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CLAIM)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, most);
            var found = new HashMap<UUID, Due>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var due = new Due(
                            row.getObject("id", UUID.class),
                            row.getObject("client_id", UUID.class),
                            NewAlert.Kind.of(row.getString("kind")),
                            AlertSeverity.of(row.getString("severity")),
                            row.getString("state").equals(Alert.ACKNOWLEDGED),
                            row.getObject("owner_id", UUID.class),
                            Rung.of(row.getString("rung")),
                            row.getInt("repeats"),
                            row.getInt("escalations"),
                            row.getInt("steps"),
                            row.getString("rule"),
                            new HashSet<>());
                    found.put(due.id(), due);
                }
            }
            readTold(connection, found);
            return List.copyOf(found.values());
        }
    }

    private static void readTold(Connection connection, Map<UUID, Due> found) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(TOLD)) {
            select.setArray(1, connection.createArrayOf("uuid", found.keySet().toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var due = found.get(row.getObject(1, UUID.class));
                    if (due != null) {
                        due.told().add(row.getObject(2, UUID.class));
                    }
                }
            }
        }
    }

    void take(List<Taken> taken, Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var update = connection.prepareStatement(TAKE)) {
                update.setArray(1, array(connection, "uuid", taken, t -> t.due().id()));
                update.setArray(2, array(connection, "int", taken, t -> t.due().steps() + 1));
                update.setArray(3, array(connection, "text", taken, Taken::what));
                update.setArray(
                        4, array(connection, "text", taken, t -> t.rung().code()));
                update.setArray(5, array(connection, "uuid", taken, Taken::owner));
                update.setArray(6, array(connection, "int", taken, t -> t.due().escalations() + 1));
                update.setArray(7, array(connection, "int", taken, Taken::repeats));
                update.setArray(
                        8,
                        array(connection, "timestamptz", taken, t -> t.nextAt().toString()));
                update.setArray(
                        9,
                        array(
                                connection,
                                "text",
                                taken,
                                t -> t.due().acknowledged() ? Alert.ACKNOWLEDGED : Alert.OPEN));
                update.setObject(10, now.atOffset(ZoneOffset.UTC));
                update.executeUpdate();
            }
            tell(connection, taken);
        }
    }

    private void tell(Connection connection, List<Taken> taken) throws SQLException {
        var ids = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        var members = new ArrayList<UUID>();
        var until = new ArrayList<String>();
        for (var one : taken) {
            for (var member : one.tell()) {
                ids.add(one.due().id());
                numbers.add(one.due().steps() + 1);
                members.add(member);
                until.add(one.due().acknowledged() ? Alert.RESOLVED : Alert.ACKNOWLEDGED);
            }
        }
        try (var insert = connection.prepareStatement(TELL)) {
            insert.setObject(1, realTime.instant().atOffset(ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            insert.setArray(3, connection.createArrayOf("int", numbers.toArray()));
            insert.setArray(4, connection.createArrayOf("uuid", members.toArray()));
            insert.setArray(5, connection.createArrayOf("text", until.toArray()));
            insert.executeUpdate();
        }
    }

    Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Taken> taken, Function<Taken, @Nullable Object> each)
            throws SQLException {
        return connection.createArrayOf(type, taken.stream().map(each).toArray());
    }
}

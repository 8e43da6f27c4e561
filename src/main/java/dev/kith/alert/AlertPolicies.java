package dev.kith.alert;

import dev.kith.escalation.Pace;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The practice's rules for alerts. Native: three tables that are read as one and written as one. */
@ApplicationScoped
class AlertPolicies {
    private static final String FIND = """
        select p.stop_rule, p.sign_in_url, p.version,
               array(select o.member_id from alert_on_call o where o.practice_id = p.practice_id order by o.place) as on_call,
               c.severity, extract(epoch from c.acknowledge_within)::bigint, extract(epoch from c.escalate_every)::bigint,
               extract(epoch from c.resolve_within)::bigint, extract(epoch from c.remind_every)::bigint
        from alert_policy p join alert_pace c on c.practice_id = p.practice_id
        where p.practice_id = kith_practice()
        """;
    private static final String PUT = """
        insert into alert_policy (practice_id, stop_rule, sign_in_url, changed_by, changed_at, version)
        values (kith_practice(), ?, ?, ?, ?, ?)
        on conflict (practice_id) do update
        set stop_rule = excluded.stop_rule, sign_in_url = excluded.sign_in_url, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at, version = excluded.version
        """;
    private static final String PUT_PACE = """
        insert into alert_pace (practice_id, severity, acknowledge_within, escalate_every, resolve_within, remind_every)
        values (kith_practice(), ?, ?::interval, ?::interval, ?::interval, ?::interval)
        on conflict (practice_id, severity) do update
        set acknowledge_within = excluded.acknowledge_within, escalate_every = excluded.escalate_every,
            resolve_within = excluded.resolve_within, remind_every = excluded.remind_every
        """;
    private static final String CLEAR_ON_CALL = "delete from alert_on_call where practice_id = kith_practice()";
    private static final String PUT_ON_CALL = """
        insert into alert_on_call (practice_id, place, member_id)
        select kith_practice(), n, id from unnest(?::uuid[]) with ordinality o (id, n)
        """;

    @Inject
    AgroalDataSource database;

    /** Those of the practice, or what holds until it has some. */
    AlertPolicy current() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND);
                var row = select.executeQuery()) {
            return row.next() ? read(row) : AlertPolicy.DEFAULT;
        }
    }

    void put(AlertPolicy policy, UUID by, Instant at) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var insert = connection.prepareStatement(PUT)) {
                insert.setString(
                        1, policy.stopRule() == null ? null : policy.stopRule().code());
                insert.setString(2, policy.signInUrl());
                insert.setObject(3, by);
                insert.setObject(4, at.atOffset(ZoneOffset.UTC));
                insert.setInt(5, policy.version());
                insert.executeUpdate();
            }
            putPaces(connection, policy.paces());
            putOnCall(connection, policy.onCall());
        }
    }

    private static void putPaces(Connection connection, Map<AlertSeverity, Pace> paces) throws SQLException {
        try (var insert = connection.prepareStatement(PUT_PACE)) {
            for (var pace : paces.entrySet()) {
                insert.setString(1, pace.getKey().code());
                insert.setString(2, pace.getValue().acknowledgeWithin().toString());
                insert.setString(3, pace.getValue().escalateEvery().toString());
                insert.setString(4, pace.getValue().resolveWithin().toString());
                insert.setString(5, pace.getValue().remindEvery().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void putOnCall(Connection connection, List<UUID> onCall) throws SQLException {
        try (var delete = connection.prepareStatement(CLEAR_ON_CALL);
                var insert = connection.prepareStatement(PUT_ON_CALL)) {
            delete.executeUpdate();
            insert.setArray(1, connection.createArrayOf("uuid", onCall.toArray()));
            insert.executeUpdate();
        }
    }

    private static AlertPolicy read(ResultSet row) throws SQLException {
        var stopRule = row.getString(1);
        var url = row.getString(2);
        var version = row.getInt(3);
        var onCall = Arrays.asList((UUID[]) row.getArray(4).getArray());
        var paces = new EnumMap<AlertSeverity, Pace>(AlertSeverity.class);
        do {
            paces.put(AlertSeverity.of(row.getString(5)), pace(row, 6));
        } while (row.next());
        return new AlertPolicy(
                Map.copyOf(paces),
                List.copyOf(onCall),
                stopRule == null ? null : AlertSeverity.of(stopRule),
                url,
                version);
    }

    /** Of four columns with seconds: acknowledge within, escalate every, resolve within, remind every. */
    static Pace pace(ResultSet row, int first) throws SQLException {
        return new Pace(seconds(row, first), seconds(row, first + 1), seconds(row, first + 2), seconds(row, first + 3));
    }

    private static Duration seconds(ResultSet row, int column) throws SQLException {
        return Duration.ofSeconds(row.getLong(column));
    }
}

package dev.kith.caseload;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is counted of a page of clients: two queries, whatever their number. Native, because set-based. */
@ApplicationScoped
class CaseloadFacts {
    private static final Duration PERIOD = Duration.ofDays(28);
    /** What was withdrawn leaves the count, as in the engine's adherence. */
    private static final String WORK = """
        select c.id, t.due, t.done, n.at
        from unnest(?::uuid[]) as c (id)
        cross join lateral (
          select count(*) filter (where ended_as is distinct from 'cancelled') as due,
                 count(*) filter (where ended_as = 'completed') as done
          from task where practice_id = kith_practice() and client_id = c.id and due_at >= ? and due_at <= ?) t
        cross join lateral (
          select min(starts_at) as at from appointment
          where practice_id = kith_practice() and client_id = c.id and starts_at > ? and cancelled_at is null) n
        """;

    private static final String ALERTS = """
        select client_id, severity, count(*), min(raised_at), min(due_at) from alert
        where practice_id = kith_practice() and client_id = any (?) and state <> 'resolved' and kind <> 'access'
        group by client_id, severity order by client_id, severity
        """;

    @Inject
    AgroalDataSource database;

    /** Work of the last weeks, and the next appointment. */
    record Work(int due, int done, @Nullable Instant nextAppointment) {}

    /** Alerts that are not resolved. */
    record Alerts(Map<String, Integer> bySeverity, Instant oldest, Instant due) {
        Alerts with(String severity, int count, Alerts more) {
            var all = new TreeMap<>(bySeverity);
            all.put(severity, count);
            return new Alerts(
                    all, more.oldest.isBefore(oldest) ? more.oldest : oldest, more.due.isBefore(due) ? more.due : due);
        }
    }

    /** By client; each of them is there. */
    Map<UUID, Work> work(Collection<UUID> clients, Instant now) throws SQLException {
        var found = new LinkedHashMap<UUID, Work>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WORK)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            at(select, 2, now.minus(PERIOD));
            at(select, 3, now);
            at(select, 4, now);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var next = row.getObject(4, OffsetDateTime.class);
                    found.put(
                            row.getObject(1, UUID.class),
                            new Work(row.getInt(2), row.getInt(3), next == null ? null : next.toInstant()));
                }
            }
        }
        return found;
    }

    /** By client; those without any are not there. */
    Map<UUID, Alerts> alerts(Collection<UUID> clients) throws SQLException {
        var found = new HashMap<UUID, Alerts>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALERTS)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var theirs = new Alerts(
                            Map.of(),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getObject(5, OffsetDateTime.class).toInstant());
                    found.put(
                            row.getObject(1, UUID.class),
                            found.getOrDefault(row.getObject(1, UUID.class), theirs)
                                    .with(row.getString(2), row.getInt(3), theirs));
                }
            }
        }
        return found;
    }

    private static void at(PreparedStatement select, int parameter, Instant at) throws SQLException {
        select.setObject(parameter, at.atOffset(ZoneOffset.UTC));
    }
}

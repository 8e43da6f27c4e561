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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is counted of a page of clients: one query, whatever their number. Native, because set-based. */
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
        left join lateral (
          select starts_at from appointment
          where practice_id = kith_practice() and client_id = c.id and starts_at > ? and cancelled_at is null
          order by starts_at, id limit 1) n (at) on true
        """;

    @Inject
    AgroalDataSource database;

    /** Work of the last weeks, and the next appointment. */
    record Work(int due, int done, @Nullable Instant nextAppointment) {
        static final Work NONE = new Work(0, 0, null);
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

    private static void at(PreparedStatement select, int parameter, Instant at) throws SQLException {
        select.setObject(parameter, at.atOffset(ZoneOffset.UTC));
    }
}

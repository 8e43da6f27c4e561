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
    /** What was withdrawn before it was due leaves the count, as in the engine's adherence. */
    private static final String WORK = """
        select c.id, t.due, t.done, n.at
        from unnest(?::uuid[]) as c (id)
        cross join lateral (
          select count(*) filter (where withdrawn_at is null or withdrawn_at >= due_at) as due,
                 count(*) filter (where ended_as = 'completed') as done
          from (
            select t.ended_as, t.due_at, kith_withdrawn_at(t.ended_as, t.ended_why, t.ended_at, t.due_at, t.closes_at, case when t.ended_as is null then
              (select a.paused_at from assignment a where a.practice_id = kith_practice() and a.id = t.assignment_id) end) as withdrawn_at
            from task t where t.practice_id = kith_practice() and t.client_id = c.id and t.due_at >= ? and t.due_at <= ?) given) t
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

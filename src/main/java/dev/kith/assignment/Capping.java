package dev.kith.assignment;

import dev.kith.client.ClientTurns;
import dev.kith.pace.PaceChanged;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps each client's weekly cap: of the exercises that open in one week of their calendar, Monday to Sunday, no more than they want
 * are asked for. What is past the cap is withdrawn, and comes back when there is room again; what has opened stays. Set-based, for one
 * client or for all of a run.
 */
@ApplicationScoped
class Capping {
    private static final String KEEP = """
        with capped as (
          select p.client_id, p.weekly_cap from client_pace p where p.practice_id = kith_practice() and p.client_id = any (?)
        ), ranked as (
          select t.id, c.weekly_cap, t.ended_as, t.opens_at > ? and t.last_activity_at is null as untouched,
                 row_number() over (partition by t.client_id, date_trunc('week', t.starts_local)
                   order by t.opens_at > ? and t.last_activity_at is null, t.opens_at, t.id) as place
          from capped c
          join task t on t.practice_id = kith_practice() and t.client_id = c.client_id
          join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
          where a.exercise_key is not null and a.state = 'active' and t.opens_at > ?
            and (t.ended_as is distinct from 'cancelled' or t.ended_why = 'weekly-cap')
        ), wanted as (
          select id, weekly_cap is not null and place > weekly_cap as over from ranked
          where untouched and (ended_as is not null) is distinct from (weekly_cap is not null and place > weekly_cap)
        )
        update task t
        set ended_as = case when w.over then 'cancelled' end, ended_why = case when w.over then 'weekly-cap' end,
            ended_at = case when w.over then ?::timestamptz end
        from wanted w where t.practice_id = kith_practice() and t.id = w.id
        """;
    private static final String BUSY = """
        with paced as (
          select client_id from client_pace where practice_id = kith_practice() and client_id = any (?)
        ), taken as materialized (
          select c.id from client c where c.practice_id = kith_practice() and c.id in (select client_id from paced)
          for no key update skip locked
        )
        select client_id from paced where client_id not in (select id from taken)
        """;
    /** A week that began before now is looked at whole. */
    private static final long WEEK_SECONDS = 8 * 86_400L;

    @Inject
    AgroalDataSource database;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Clock clock;

    /** In the transaction that changed the pace. */
    void paced(@Observes PaceChanged news) throws SQLException {
        clientTurns.take(news.clientId());
        keep(news.clientId(), clock.instant());
    }

    /**
     * Takes the turns of those of these clients who have a pace, without waiting: for who holds assignments already. Those whose turn
     * somebody else has now; they are left for later.
     */
    Set<UUID> takeTurns(Collection<UUID> clients) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(BUSY)) {
            lock.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (var row = lock.executeQuery()) {
                var busy = new HashSet<UUID>();
                while (row.next()) {
                    busy.add(row.getObject(1, UUID.class));
                }
                return busy;
            }
        }
    }

    int keep(UUID client, Instant now) throws SQLException {
        return keep(List.of(client), now);
    }

    int keep(Collection<UUID> clients, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(KEEP)) {
            update.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setObject(4, now.minusSeconds(WEEK_SECONDS).atOffset(ZoneOffset.UTC));
            update.setObject(5, now.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }
}

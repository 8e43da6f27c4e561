package dev.kith.sync;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of a client's changed, in the order of the transactions that wrote them. Native, for transactions have no other name. */
@ApplicationScoped
class ChangeFeed {
    private static final String PRESENT =
            "select pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text from pg_current_snapshot() s";
    private static final String CHANGED = """
        with asked as (
          select ?::uuid as client, ?::xid8 as changed, ?::uuid as id, ?::timestamptz as since, ?::int as many)
        select found.kind, found.id, found.changed::text, found.task_id, found.key, found.state, found.revision
        from asked, lateral (
          (select 'task' as kind, t.id, t.changed, null::uuid as task_id, null as key, null as state, 0 as revision
           from task t
           where t.practice_id = kith_practice() and t.client_id = asked.client and (t.changed, t.id) > (asked.changed, asked.id)
             and (asked.since is null or t.ended_as is null or (t.ended_at > asked.since and t.ended_as <> 'cancelled'))
           order by t.changed, t.id limit asked.many)
          union all
          (select 'response', r.id, r.changed, r.task_id, r.questionnaire_key, r.state, r.revision
           from response r
           where r.practice_id = kith_practice() and r.client_id = asked.client and (r.changed, r.id) > (asked.changed, asked.id)
             and (asked.since is null or r.state = 'in-progress' or r.received_at > asked.since)
           order by r.changed, r.id limit asked.many)
          union all
          (select 'log', l.id, l.changed, l.task_id, l.exercise_key, l.state, l.revision
           from log l
           where l.practice_id = kith_practice() and l.client_id = asked.client and (l.changed, l.id) > (asked.changed, asked.id)
             and (asked.since is null or l.state = 'in-progress' or l.received_at > asked.since)
           order by l.changed, l.id limit asked.many)
          union all
          (select 'feedback', f.id, f.changed, null, null, null, 0
           from feedback f
           where f.practice_id = kith_practice() and f.client_id = asked.client and (f.changed, f.id) > (asked.changed, asked.id)
             and (asked.since is null or (f.read_at is null and f.withdrawn_at is null) or f.given_at > asked.since)
           order by f.changed, f.id limit asked.many)
          union all
          (select 'enrollment', e.id, e.changed, null, null, null, 0
           from enrollment e
           where e.practice_id = kith_practice() and e.client_id = asked.client and (e.changed, e.id) > (asked.changed, asked.id)
             and (asked.since is null or e.ended_at is null or e.ended_at > asked.since)
           order by e.changed, e.id limit asked.many)
          union all
          (select 'goal', g.id, g.changed, null, null, null, 0
           from goal g
           where g.practice_id = kith_practice() and g.client_id = asked.client and (g.changed, g.id) > (asked.changed, asked.id)
             and (asked.since is null or g.ended_at is null or g.ended_at > asked.since)
           order by g.changed, g.id limit asked.many)
        ) found
        order by found.changed, found.id
        limit (select many from asked)
        """;

    @Inject
    AgroalDataSource database;

    /**
     * Which transactions are under way.
     *
     * @param lowest all before it have ended, and what they wrote is seen
     * @param next the first that has not begun
     */
    record Present(long lowest, long next) {}

    /** One row that changed; what is null or 0 is not of its kind. */
    record Changed(
            String kind,
            UUID id,
            long transaction,
            @Nullable UUID taskId,
            @Nullable String key,
            @Nullable String state,
            int revision) {

        ChangedLog log() {
            return new ChangedLog(id, taskId, Objects.requireNonNull(key), Objects.requireNonNull(state), revision);
        }

        ChangedResponse response() {
            return new ChangedResponse(
                    id, taskId, Objects.requireNonNull(key), Objects.requireNonNull(state), revision);
        }
    }

    /** Before a page is read: what is not seen then is written by the lowest or a later one. */
    Present present() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PRESENT);
                var row = select.executeQuery()) {
            row.next();
            return new Present(Long.parseLong(row.getString(1)), Long.parseLong(row.getString(2)));
        }
    }

    List<Changed> after(UUID client, Position position, int many) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CHANGED)) {
            select.setObject(1, client);
            select.setString(2, Long.toString(position.transaction()));
            select.setObject(3, position.id());
            Instant since = position.since();
            select.setObject(4, since == null ? null : since.atOffset(ZoneOffset.UTC));
            select.setInt(5, many);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Changed>();
                while (row.next()) {
                    found.add(new Changed(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            Long.parseLong(row.getString(3)),
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            row.getString(6),
                            row.getInt(7)));
                }
                return found;
            }
        }
    }
}

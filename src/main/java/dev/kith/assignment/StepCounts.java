package dev.kith.assignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How far the work of many assignments has come, for other rooms. Native, because one statement counts for all. */
@ApplicationScoped
public class StepCounts {
    private static final String COUNT = """
        select t.assignment_id, count(*) filter (where t.ended_as = 'completed'),
               count(*) filter (where t.ended_as is null and t.opens_at <= ? and t.closes_at > ?),
               count(*) filter (where t.ended_as is distinct from 'cancelled')
        from task t where t.practice_id = kith_practice() and t.assignment_id = any (?)
        group by t.assignment_id
        """;

    private static final String OF_TASK = """
        select assignment_id, ended_as is not distinct from 'completed' from task
        where practice_id = kith_practice() and id = ?
        """;

    /** What waits for room in a week may still come. */
    private static final String OVER = """
        select a.id from assignment a
        where a.practice_id = kith_practice() and a.id = any (?)
          and (a.state = 'ended' or a.state = 'active' and a.materialised_to is null and not exists (
            select from task t where t.practice_id = a.practice_id and t.assignment_id = a.id
              and (t.ended_as is null and t.closes_at > ? or t.ended_why = 'weekly-cap' and t.opens_at > ?)))
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    /**
     * What is known of one assignment's tasks.
     *
     * @param made those made so far that were not withdrawn
     */
    public record Count(int done, int open, int made) {
        public static final Count NONE = new Count(0, 0, 0);
    }

    /** By assignment; none for those without tasks. */
    public Map<UUID, Count> of(Collection<UUID> assignments) throws SQLException {
        var found = new HashMap<UUID, Count>();
        if (assignments.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            select.setObject(1, now);
            select.setObject(2, now);
            select.setArray(3, connection.createArrayOf("uuid", assignments.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), new Count(row.getInt(2), row.getInt(3), row.getInt(4)));
                }
            }
        }
        return found;
    }

    /** Of these assignments, those of which nothing can be done any more: all tasks are over, and none is to come. */
    public Set<UUID> over(Collection<UUID> assignments) throws SQLException {
        var found = new HashSet<UUID>();
        if (assignments.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OVER)) {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            select.setArray(1, connection.createArrayOf("uuid", assignments.toArray()));
            select.setObject(2, now);
            select.setObject(3, now);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    /** The assignment that a task belongs to, and whether the task is done. */
    public record Standing(UUID assignment, boolean done) {}

    public Optional<Standing> ofTask(UUID task) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF_TASK)) {
            select.setObject(1, task);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(row.getObject(1, UUID.class), row.getBoolean(2)))
                        : Optional.empty();
            }
        }
    }
}

package dev.kith.assignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for answers: a task is taken, answered and closed in the caller's transaction. Native, because one statement
 * reads a task with its assignment and locks the task alone.
 */
@ApplicationScoped
public class TaskBook {
    private static final String TAKE = """
        select t.id, t.assignment_id, t.client_id, t.opens_at, t.closes_at, t.response_id, t.ended_as,
               a.questionnaire_practice_id, a.questionnaire_key, a.questionnaire_version, a.version_policy, a.state
        from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.id = ?
        for update of t
        """;
    private static final String DRAFTED = """
        update task set response_id = ? where practice_id = kith_practice() and id = ?
        """;
    private static final String COMPLETED = """
        update task set response_id = ?, ended_as = 'completed', ended_at = ?
        where practice_id = kith_practice() and id = ?
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    /** The task, locked; a twin waits here. Empty when the practice has no such task. */
    public Optional<AssignedTask> take(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TAKE)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(task(row)) : Optional.empty();
            }
        }
    }

    /** An answer was begun. */
    public void drafted(UUID task, UUID response) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(DRAFTED)) {
            update.setObject(1, response);
            update.setObject(2, task);
            update.executeUpdate();
        }
    }

    /** The answer is complete; the task is done. */
    public void completed(UUID task, UUID response, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(COMPLETED)) {
            update.setObject(1, response);
            update.setTimestamp(2, Timestamp.from(at));
            update.setObject(3, task);
            update.executeUpdate();
        }
    }

    private AssignedTask task(ResultSet row) throws SQLException {
        var state = TaskState.at(
                clock.instant(), row.getString("ended_as"), instant(row, "opens_at"), instant(row, "closes_at"));
        return new AssignedTask(
                row.getObject("id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("questionnaire_practice_id", UUID.class),
                row.getString("questionnaire_key"),
                row.getInt("questionnaire_version"),
                VersionPolicy.of(row.getString("version_policy")) == VersionPolicy.LATEST_COMPARABLE,
                AssignmentState.of(row.getString("state")) == AssignmentState.PAUSED,
                state,
                uuidOrNull(row));
    }

    private static @Nullable UUID uuidOrNull(ResultSet row) throws SQLException {
        return row.getObject("response_id", UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

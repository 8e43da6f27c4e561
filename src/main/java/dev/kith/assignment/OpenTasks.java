package dev.kith.assignment;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client can answer now: what apps ask most often. Native, because Hibernate plans a filtered query anew each time. */
@ApplicationScoped
class OpenTasks {
    static final String OPEN = """
        select t.id, t.assignment_id, t.client_id, a.questionnaire_key, a.exercise_key,
               coalesce(a.questionnaire_version, a.exercise_version),
               coalesce(a.questionnaire_practice_id, a.exercise_practice_id), a.version_policy, a.state, t.starts_local,
               t.ordinal, t.time_zone, t.shifted, t.opens_at, t.due_at, t.late_after, t.closes_at, t.snoozed_until,
               t.response_id, t.log_id
        from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and t.ended_as is null
          and t.opens_at <= ? and t.closes_at > ? and a.state = 'active' and (t.opens_at, t.id) > (?, ?)
        order by t.opens_at, t.id
        limit ?
        """;

    @Inject
    AgroalDataSource database;

    List<ToDo.Row> of(UUID client, Instant now, Instant afterOpens, UUID afterId, int many) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OPEN)) {
            select.setObject(1, client);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            select.setObject(3, now.atOffset(ZoneOffset.UTC));
            select.setObject(4, afterOpens.atOffset(ZoneOffset.UTC));
            select.setObject(5, afterId);
            select.setInt(6, many);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<ToDo.Row>();
                while (row.next()) {
                    found.add(task(row));
                }
                return found;
            }
        }
    }

    private static ToDo.Row task(ResultSet row) throws SQLException {
        return new ToDo.Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDateTime.class),
                row.getShort(11),
                row.getString(12),
                row.getString(13),
                instant(row, 14),
                instant(row, 15),
                instant(row, 16),
                instant(row, 17),
                instantOrNull(row, 18),
                row.getObject(19, UUID.class),
                row.getObject(20, UUID.class),
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        var found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

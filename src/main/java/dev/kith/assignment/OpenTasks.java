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

/** What a client can answer now: what apps ask most often. Native, because Hibernate plans a filtered query anew each time. */
@ApplicationScoped
class OpenTasks {
    private static final String OPEN = """
        select t.id, t.assignment_id, t.client_id, a.questionnaire_key, a.questionnaire_version,
               a.questionnaire_practice_id, a.version_policy, a.state, t.starts_local, t.time_zone, t.shifted,
               t.opens_at, t.due_at, t.closes_at, t.response_id
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
                row.getInt(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDateTime.class),
                row.getString(10),
                row.getString(11),
                instant(row, 12),
                instant(row, 13),
                instant(row, 14),
                row.getObject(15, UUID.class),
                null,
                null);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

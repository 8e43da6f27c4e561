package dev.kith.progress;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every score of a client in the order of time: one query, whatever the number of scales. Native, because it is hot. */
@ApplicationScoped
class Timeline {
    private static final String SCORES = """
        select r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id
        from response r
        join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
        where r.practice_id = kith_practice() and r.client_id = ? and r.state in ('completed', 'amended')
          and r.authored_at >= ? and r.authored_at < ?
        order by r.authored_at, r.id
        """;

    private static final String MISSED = """
        select t.due_at
        from task t
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and a.questionnaire_practice_id = ?
          and a.questionnaire_key = ? and t.ended_as = 'missed' and t.due_at >= ? and t.due_at < ?
        order by t.due_at desc, t.id
        limit ?
        """;

    @Inject
    AgroalDataSource database;

    /** One score, with what it is a score of. */
    record Row(
            Measure measure,
            int version,
            Instant at,
            @Nullable BigDecimal value,
            @Nullable String reason,
            @Nullable String band,
            UUID responseId) {}

    /** What is measured, by whose word. */
    record Measure(UUID owner, String questionnaire, String scale, String author) {}

    List<Row> of(UUID client, Instant from, Instant to) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SCORES)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Row>();
                while (row.next()) {
                    found.add(new Row(
                            new Measure(
                                    row.getObject(1, UUID.class), row.getString(2), row.getString(5), row.getString(4)),
                            row.getInt(3),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getBigDecimal(7),
                            row.getString(8),
                            row.getString(9),
                            row.getObject(10, UUID.class)));
                }
                return found;
            }
        }
    }

    /** When tasks for a questionnaire were due that nobody answered: the newest first, at most so many. */
    List<Instant> missed(UUID client, UUID owner, String questionnaire, Instant from, Instant to, int most)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(MISSED)) {
            select.setObject(1, client);
            select.setObject(2, owner);
            select.setString(3, questionnaire);
            select.setObject(4, from.atOffset(ZoneOffset.UTC));
            select.setObject(5, to.atOffset(ZoneOffset.UTC));
            select.setInt(6, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Instant>();
                while (row.next()) {
                    found.add(row.getObject(1, OffsetDateTime.class).toInstant());
                }
                return found;
            }
        }
    }
}

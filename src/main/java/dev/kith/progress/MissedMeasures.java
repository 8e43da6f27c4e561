package dev.kith.progress;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When questionnaires were due that nobody answered. Native, as scores are. */
@ApplicationScoped
class MissedMeasures {
    private static final String MISSED = """
        select t.due_at
        from task t
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and a.questionnaire_practice_id = ?
          and a.questionnaire_key = ? and t.ended_as = 'missed' and t.due_at >= ? and t.due_at < ?
        order by t.due_at desc, t.id
        limit ?
        """;

    private static final String ALL_MISSED = """
        select m.questionnaire_practice_id, m.questionnaire_key, m.due_at
        from (select a.questionnaire_practice_id, a.questionnaire_key, t.due_at,
                     row_number() over (partition by a.questionnaire_practice_id, a.questionnaire_key order by t.due_at desc, t.id) as place
              from task t
              join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
              where t.practice_id = kith_practice() and t.client_id = ? and a.questionnaire_key is not null
                and t.ended_as = 'missed' and t.due_at >= ? and t.due_at < ?) m
        where m.place <= ?
        order by m.due_at desc
        """;

    @Inject
    AgroalDataSource database;

    /**
     * A questionnaire.
     *
     * @param owner the practice that wrote it, or the library
     */
    record Which(UUID owner, String questionnaire) {}

    /** Of every questionnaire: the newest first, at most so many of each. */
    Map<Which, List<Instant>> of(UUID client, Instant from, Instant to, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALL_MISSED)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            select.setInt(4, most);
            try (var row = select.executeQuery()) {
                var found = new HashMap<Which, List<Instant>>();
                while (row.next()) {
                    found.computeIfAbsent(
                                    new Which(row.getObject(1, UUID.class), row.getString(2)),
                                    which -> new ArrayList<>())
                            .add(row.getObject(3, OffsetDateTime.class).toInstant());
                }
                return found;
            }
        }
    }

    /** The newest first, at most so many. */
    List<Instant> of(UUID client, UUID owner, String questionnaire, Instant from, Instant to, int most)
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

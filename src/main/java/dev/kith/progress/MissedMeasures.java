package dev.kith.progress;

import dev.kith.chart.Chart.Gap;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When questionnaires were due that nobody answered: missed, or skipped, which a client says at once or later. Native, as scores are. */
@ApplicationScoped
class MissedMeasures {
    /** What is skipped before it is due is missing from then on: never later than due, by which rows are found. */
    private static final String WHEN =
            "case when t.ended_as = 'skipped' then least(t.due_at, coalesce(t.skipped_at, t.ended_at)) else t.due_at end";

    private static final String MISSED = """
        select WHEN, t.ended_as
        from task t
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and a.questionnaire_practice_id = ?
          and a.questionnaire_key = ? and t.ended_as in ('missed', 'skipped') and t.due_at >= ? and WHEN >= ? and WHEN < ?
        order by 1 desc, t.id
        limit ?
        """.replace("WHEN", WHEN);

    private static final String ALL_MISSED = """
        select m.questionnaire_practice_id, m.questionnaire_key, m.at, m.ended_as
        from (select a.questionnaire_practice_id, a.questionnaire_key, t.ended_as, WHEN as at,
                     row_number() over (partition by a.questionnaire_practice_id, a.questionnaire_key order by WHEN desc, t.id) as place
              from task t
              join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
              where t.practice_id = kith_practice() and t.client_id = ? and a.questionnaire_key is not null
                and t.ended_as in ('missed', 'skipped') and t.due_at >= ? and WHEN >= ? and WHEN < ?) m
        where m.place <= ?
        order by m.at desc
        """.replace("WHEN", WHEN);

    @Inject
    AgroalDataSource database;

    /**
     * A questionnaire.
     *
     * @param owner the practice that wrote it, or the library
     */
    record Which(UUID owner, String questionnaire) {}

    /** Of every questionnaire: the newest first, at most so many of each. */
    Map<Which, List<Gap>> of(UUID client, Instant from, Instant to, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALL_MISSED)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, from.atOffset(ZoneOffset.UTC));
            select.setObject(4, to.atOffset(ZoneOffset.UTC));
            select.setInt(5, most);
            try (var row = select.executeQuery()) {
                var found = new HashMap<Which, List<Gap>>();
                while (row.next()) {
                    found.computeIfAbsent(
                                    new Which(row.getObject(1, UUID.class), row.getString(2)),
                                    which -> new ArrayList<>())
                            .add(gap(row, 3));
                }
                return found;
            }
        }
    }

    /** The newest first, at most so many. */
    List<Gap> of(UUID client, UUID owner, String questionnaire, Instant from, Instant to, int most)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(MISSED)) {
            select.setObject(1, client);
            select.setObject(2, owner);
            select.setString(3, questionnaire);
            select.setObject(4, from.atOffset(ZoneOffset.UTC));
            select.setObject(5, from.atOffset(ZoneOffset.UTC));
            select.setObject(6, to.atOffset(ZoneOffset.UTC));
            select.setInt(7, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Gap>();
                while (row.next()) {
                    found.add(gap(row, 1));
                }
                return found;
            }
        }
    }

    private static Gap gap(ResultSet row, int at) throws SQLException {
        return new Gap(
                row.getObject(at, OffsetDateTime.class).toInstant(),
                row.getString(at + 1).equals("skipped") ? Gap.Kind.SKIPPED : Gap.Kind.MISSED);
    }
}

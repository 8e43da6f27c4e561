package dev.kith.caseload;

import dev.kith.caseload.Telling.Titled;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a brief tells of one client's work, alerts and messages: a query each, and never a word that anybody wrote. Native, for joins over rooms. */
@ApplicationScoped
class BriefFacts {
    private static final String TASKS = """
        select t.id, t.assignment_id, a.questionnaire_key is not null,
               coalesce(a.questionnaire_practice_id, a.exercise_practice_id), coalesce(a.questionnaire_key, a.exercise_key),
               coalesce(a.questionnaire_version, a.exercise_version), t.due_at, t.ended_as, t.ended_at, t.barrier, t.late
        from task t
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.practice_id = kith_practice() and t.client_id = ? and t.ended_as in ('completed', 'missed', 'skipped')
          and t.ended_at >= ? and t.ended_at <= ?
        order by t.ended_at desc, t.id desc
        limit 1000
        """;
    private static final String ALERTS = """
        select id, severity, rule, state, raised_at, about_id from alert
        where practice_id = kith_practice() and client_id = ? and state <> 'resolved' and kind <> 'access'
        order by severity <> 'critical', raised_at, id
        limit 100
        """;
    /** By side: threads with what nobody has read, and what the client asks to see and was not answered. */
    private static final String UNREAD = """
        select * from (
          select case when response_id is null then 'log' else 'response' end as kind, coalesce(response_id, log_id) as about, count(*) as many,
                 min(given_at) as since, null::text[] as asked
          from feedback
          where practice_id = kith_practice() and client_id = ? and member_id is null and read_at is null and withdrawn_at is null
          group by response_id, log_id
          order by 4, 2
          limit 100) threads
        union all
        select 'visibility', client_id, count(*), min(asked_at), array_agg(questionnaire order by questionnaire)
        from hidden_score
        where practice_id = kith_practice() and client_id = ? and asked_at is not null
        group by client_id
        order by since, about
        """;

    @Inject
    AgroalDataSource database;

    /** A task that is over. */
    record Over(
            UUID id,
            UUID assignment,
            Titled work,
            Instant dueAt,
            String endedAs,
            Instant endedAt,
            @Nullable String barrier,
            boolean late) {
        boolean was(String how) {
            return endedAs.equals(how);
        }
    }

    /** An alert that is not resolved. */
    record Waiting(UUID id, String severity, String rule, String state, Instant raisedAt, UUID about) {
        boolean isCritical() {
            return severity.equals("critical");
        }
    }

    /**
     * What waits for an answer.
     *
     * @param kind response or log, of a thread of unread messages; visibility, of scores that the client asks to see
     * @param about what the thread is about; of visibility, the client
     * @param asked keys of questionnaires, of visibility alone
     */
    record Unread(String kind, UUID about, int count, Instant since, List<String> asked) {
        boolean isMessage() {
            return !kind.equals("visibility");
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The newest first. */
    List<Over> tasks(UUID client, Instant from, Instant to) throws SQLException {
        return ask(
                TASKS,
                row -> new Over(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new Titled(row.getBoolean(3), row.getObject(4, UUID.class), row.getString(5), row.getInt(6)),
                        at(row, 7),
                        row.getString(8),
                        at(row, 9),
                        row.getString(10),
                        row.getBoolean(11)),
                client,
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC));
    }

    /** The most pressing first; without those that are the admin's. */
    List<Waiting> alerts(UUID client) throws SQLException {
        return ask(
                ALERTS,
                row -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        at(row, 5),
                        row.getObject(6, UUID.class)),
                client);
    }

    /** Who waits longest first. */
    List<Unread> unread(UUID client) throws SQLException {
        return ask(
                UNREAD,
                row -> new Unread(
                        row.getString(1), row.getObject(2, UUID.class), row.getInt(3), at(row, 4), texts(row, 5)),
                client,
                client);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        var texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }

    private <T> List<T> ask(String sql, Row<T> read, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(read.read(row));
                }
                return found;
            }
        }
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

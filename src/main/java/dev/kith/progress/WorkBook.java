package dev.kith.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.change.Adherence.CountedTask;
import dev.kith.exercise.LogValues;
import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderCourse.WordFact;
import dev.kith.progress.Work.DoneTask;
import dev.kith.progress.Work.Given;
import dev.kith.progress.Work.Ladder;
import dev.kith.progress.Work.Session;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that progress tells of a client's work in one query, whatever the number of assignments, exercises and ladders. Of logs it reads
 * numbers and codes alone: own words never leave the database. Native, because set-based.
 */
@ApplicationScoped
class WorkBook {
    static final int MOST_TASKS = 5_000;
    static final int MOST_LOGS = 2_000;
    static final int MOST_TRIES = 500;
    static final int MOST_LADDERS = 20;

    /** Own words are objects, and a code is spelled as codes are; so whatever else stands there stays there. */
    private static final String CODED = """
        (select jsonb_object_agg(e.key, e.value) from jsonb_each(%s) e
         where jsonb_typeof(e.value) = 'number'
            or (jsonb_typeof(e.value) = 'string' and e.value #>> '{}' ~ '^[a-z0-9]+(-[a-z0-9]+)*$'))""";

    /** Columns by place: what it is of, codes, numbers, times. The client, the period and the present are named once. */
    static final String WORK = """
        with asked as (select ?::uuid as client, ?::timestamptz as since, ?::timestamptz as until, ?::timestamptz as present),
        ladders as (select id, exercise_key, place from asked cross join lateral (
            select id, exercise_key, row_number() over (order by id desc) as place from ladder
            where practice_id = kith_practice() and client_id = asked.client order by id desc limit %3$d) l)
        select 'task' as kind, t.assignment_id as id, null::uuid as of_id, t.questionnaire_key as code, t.exercise_key as code2,
               t.barrier as code3, t.state as code4, t.due_at as at, t.done_at as at2, t.withdrawn_at as at3, t.late_after as at4,
               null::int as number, null::int as number2, null::boolean as flag, null::text as said, t.place
        from asked cross join lateral (
            select t.assignment_id, a.questionnaire_key, a.exercise_key, t.barrier, t.due_at, t.late_after,
                   case when t.ended_as is not null then t.ended_as when t.closes_at <= asked.present then 'missed' else 'open' end as state,
                   case when t.ended_as = 'completed' then t.ended_at end as done_at,
                   case when t.ended_as = 'cancelled' or (t.ended_as is null and a.paused_at < t.closes_at)
                        then t.due_at - interval '1 microsecond' end as withdrawn_at,
                   row_number() over (order by t.opens_at desc, t.id desc) as place
            from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
            where t.practice_id = kith_practice() and t.client_id = asked.client and t.opens_at < least(asked.until, asked.present)
              and t.due_at >= asked.since and t.due_at < asked.until and t.due_at <= asked.present
            order by t.opens_at desc, t.id desc limit %1$d) t
        union all
        select 'log', l.id, l.exercise_practice_id, l.exercise_key, null, null, null, l.authored_at, null, null, null,
               l.exercise_version, null, l.stopped, jsonb_build_object('before', l.before, 'during', l.during, 'after', l.after)::text, l.place
        from asked cross join lateral (
            select l.id, l.exercise_practice_id, l.exercise_key, l.exercise_version, l.authored_at,
                   coalesce(l.stop_rule_used, false) as stopped, %4$s as before, %5$s as during, %6$s as after,
                   row_number() over (order by l.authored_at desc, l.id desc) as place
            from log l
            where l.practice_id = kith_practice() and l.client_id = asked.client and l.state in ('completed', 'corrected')
              and l.authored_at >= asked.since and l.authored_at < asked.until
            order by l.authored_at desc, l.id desc limit %2$d) l
        union all
        select 'ladder', id, null, exercise_key, null, null, null, null, null, null, null, null, null, null, null, place from ladders
        union all
        select 'rung', r.id, r.ladder_id, null, null, null, null, null, null, null, null,
               r.predicted, r.position, r.retired_at is null, null, 0
        from ladders d join rung r on r.practice_id = kith_practice() and r.ladder_id = d.id
        union all
        select 'try', y.id, d.id, y.outcome, y.rung_id::text, null, null, y.tried_at, null, null, null, y.met, null, y.stop_rule_used, null, y.place
        from asked cross join ladders d cross join lateral (
            select y.id, y.rung_id, y.outcome, y.tried_at, y.met, y.stop_rule_used,
                   row_number() over (order by y.tried_at desc, y.id desc) as place
            from rung_attempt y
            where y.practice_id = kith_practice() and y.ladder_id = d.id and y.tried_at < asked.until
              and not exists (select 1 from rung_attempt later where later.practice_id = y.practice_id and later.log_id = y.log_id
                              and later.log_revision > y.log_revision)
            order by y.tried_at desc, y.id desc limit %7$d) y
        union all
        select 'word', s.rung_id, d.id, null, null, null, null, s.said_at, null, null, null, null, null, null, null, 0
        from asked cross join ladders d join step_override s on s.practice_id = kith_practice() and s.ladder_id = d.id and s.said_at < asked.until
        union all
        select 'enrolment', null, null, e.began, null, null, null, null, null, null, null, null, null, null, null, 0
        from asked cross join lateral (
            select began_on::text as began from enrollment
            where practice_id = kith_practice() and client_id = asked.client and made_at < asked.until
            order by ended_at is null desc, began_on desc, id desc limit 1) e
        union all
        select 'hidden', null, null, unnest(v.hidden), null, null, null, null, null, null, null, null, null, null, null, 0
        from asked join progress_visibility v on v.practice_id = kith_practice() and v.client_id = asked.client
        """.formatted(
                    MOST_TASKS + 1,
                    MOST_LOGS + 1,
                    MOST_LADDERS,
                    CODED.formatted("l.before"),
                    CODED.formatted("l.during"),
                    CODED.formatted("l.after"),
                    MOST_TRIES + 1);

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** Of a period and as of now; ladders, and the enrolment, as of its end. */
    Work of(UUID client, Instant from, Instant to, Instant now) throws SQLException {
        var work = Work.none();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WORK)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            select.setObject(4, now.atOffset(ZoneOffset.UTC));
            LocalDate began = null;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString("kind").equals("enrolment")) {
                        began = LocalDate.parse(row.getString("code"));
                    } else {
                        add(work, row);
                    }
                }
            }
            return began == null ? work : work.begunOn(began);
        }
    }

    private void add(Work work, ResultSet row) throws SQLException {
        switch (row.getString("kind")) {
            case "task" -> {
                if (isWithin(work, row, "tasks", MOST_TASKS)) {
                    work.tasks().add(task(row));
                }
            }
            case "log" -> {
                if (isWithin(work, row, "logs", MOST_LOGS)) {
                    work.sessions().add(session(row));
                }
            }
            case "ladder" -> work.ladders().put(id(row, "id"), new Ladder(id(row, "id"), row.getString("code")));
            case "rung" ->
                ladder(work, row)
                        .rungs()
                        .add(new RungFact(
                                id(row, "id"), row.getInt("number"), row.getInt("number2"), row.getBoolean("flag")));
            case "try" -> {
                if (isWithin(work, row, "tries", MOST_TRIES)) {
                    ladder(work, row).tries().add(attempt(row));
                }
            }
            case "word" -> ladder(work, row).words().add(new WordFact(id(row, "id"), at(row, "at")));
            case "hidden" -> work.hidden().add(row.getString("code"));
            default -> throw new IllegalStateException("a kind that nobody asked for");
        }
    }

    private static boolean isWithin(Work work, ResultSet row, String kind, int most) throws SQLException {
        if (row.getInt("place") <= most) {
            return true;
        }
        work.more().add(kind);
        return false;
    }

    private static DoneTask task(ResultSet row) throws SQLException {
        var of = new Given(id(row, "id"), row.getString("code"), row.getString("code2"));
        var counted = new CountedTask(
                at(row, "at"), atOrNull(row, "at2"), atOrNull(row, "at3"), null, null, row.getString("code3"));
        return new DoneTask(of, row.getString("code4"), at(row, "at4"), counted);
    }

    private Session session(ResultSet row) throws SQLException {
        return new Session(
                id(row, "id"),
                id(row, "of_id"),
                row.getString("code"),
                row.getInt("number"),
                at(row, "at"),
                row.getBoolean("flag"),
                said(row.getString("said")));
    }

    private static TryFact attempt(ResultSet row) throws SQLException {
        return new TryFact(
                id(row, "id"),
                UUID.fromString(row.getString("code2")),
                at(row, "at"),
                row.getObject("number", Integer.class),
                row.getString("code"),
                row.getBoolean("flag"));
    }

    private static Ladder ladder(Work work, ResultSet row) throws SQLException {
        return Objects.requireNonNull(work.ladders().get(id(row, "of_id")));
    }

    private LogValues said(String text) {
        try {
            var parts = json.readTree(text);
            return LogValues.sent(part(parts, "before"), part(parts, "during"), part(parts, "after"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored values are not JSON");
        }
    }

    private static Map<String, Object> part(com.fasterxml.jackson.databind.JsonNode parts, String name) {
        var part = new LinkedHashMap<String, Object>();
        parts.path(name)
                .fields()
                .forEachRemaining(field -> part.put(
                        field.getKey(),
                        field.getValue().isNumber()
                                ? new BigDecimal(field.getValue().asText())
                                : field.getValue().asText()));
        return part;
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(atOrNull(row, column));
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package dev.kith.signal;

import dev.kith.change.DistressDrop.Session;
import dev.kith.response.ScoreLines;
import dev.kith.signal.ClientFacts.Course;
import dev.kith.signal.ClientFacts.Critical;
import dev.kith.signal.ClientFacts.Done;
import dev.kith.signal.ClientFacts.Exercise;
import dev.kith.signal.ClientFacts.Questionnaire;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of many clients at once: four queries, whatever their number. Of logs it reads numbers alone, never a word. Native,
 * because set-based.
 */
@ApplicationScoped
class SignalFacts {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final String IN_CARE =
            "select id from client where practice_id = kith_practice() and id = any (?) and archived_at is null";
    /**
     * Newest tasks of a running assignment that have opened, without those that a change of plan took away: enough for the longest row that
     * a practice may ask for. Nobody looks at clients who left.
     */
    private static final String WORK = """
        select a.client_id, a.id, a.questionnaire_practice_id, a.questionnaire_key, a.exercise_key, t.due_at, t.ended_as, t.ended_at, t.barrier
        from assignment a
        cross join lateral (
          select due_at, ended_as, ended_at, barrier from task
          where practice_id = a.practice_id and assignment_id = a.id and opens_at <= ?
            and (ended_why is null or ended_why not in ('schedule-revised', 'weekly-cap', 'program-moved'))
          order by opens_at desc, id desc limit 24) t
        where a.practice_id = kith_practice() and a.client_id = any (?) and a.state = 'active'
        order by a.client_id, a.id, t.due_at, t.ended_at
        """;

    /** Of each exercise the newest sessions, so that what is done every day does not push away what is done once a week. */
    private static final String SESSIONS = """
        select c.id, l.id, l.exercise_practice_id, l.exercise_key, l.exercise_version, l.authored_at, coalesce(l.stop_rule_used, false),
               case when jsonb_typeof(l.before -> 'suds') = 'number' then (l.before -> 'suds')::numeric end,
               case when jsonb_typeof(l.after -> 'suds-peak') = 'number' then (l.after -> 'suds-peak')::numeric end,
               case when jsonb_typeof(l.after -> 'suds') = 'number' then (l.after -> 'suds')::numeric end
        from unnest(?::uuid[]) as c (id)
        cross join lateral (
          select n.*, row_number() over (partition by exercise_practice_id, exercise_key order by authored_at desc, id desc) as place
          from (select id, exercise_practice_id, exercise_key, exercise_version, authored_at, stop_rule_used, before, after
                from log
                where practice_id = kith_practice() and client_id = c.id and state in ('completed', 'corrected')
                order by authored_at desc, id desc limit 240) n) l
        where l.place <= 24
        order by c.id, l.authored_at, l.id
        """;

    /** Rules that fired on what is a client's newest response to that questionnaire. */
    private static final String CRITICAL = """
        select a.client_id, r.id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, a.rule, a.link_id,
               case when jsonb_typeof(r.answers -> a.link_id) = 'number' then (r.answers -> a.link_id)::numeric end, r.authored_at, r.author
        from alert a
        join response r on r.practice_id = a.practice_id and r.id = a.about_id
        where a.practice_id = kith_practice() and a.client_id = any (?) and a.kind = 'answer' and a.severity = 'critical'
          and a.state <> 'resolved'
          and not exists (
            select 1 from response n
            where n.practice_id = r.practice_id and n.client_id = r.client_id and n.questionnaire_key = r.questionnaire_key
              and n.questionnaire_practice_id = r.questionnaire_practice_id and n.author = r.author and n.state in ('completed', 'amended')
              and n.beside_id is null
              and (n.authored_at, n.id) > (r.authored_at, r.id))
        order by a.client_id, a.raised_at, a.id
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ScoreLines scores;

    /** By client; each of them is there. Of clients who left there are no facts. */
    Map<UUID, ClientFacts> of(Collection<UUID> asked, Instant now) throws SQLException {
        var facts = new LinkedHashMap<UUID, ClientFacts>();
        asked.forEach(client -> facts.put(client, ClientFacts.GONE));
        var clients = inCare(asked);
        clients.forEach(client -> facts.put(client, ClientFacts.none()));
        for (var line : scores.of(clients, EARLIEST, LATEST)) {
            of(facts, line.clientId()).scores().add(line);
        }
        try (var connection = database.getConnection()) {
            var ids = connection.createArrayOf("uuid", clients.toArray());
            try (var select = connection.prepareStatement(WORK)) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setArray(2, ids);
                work(select, facts);
            }
            try (var select = connection.prepareStatement(SESSIONS)) {
                select.setArray(1, ids);
                sessions(select, facts);
            }
            try (var select = connection.prepareStatement(CRITICAL)) {
                select.setArray(1, ids);
                criticals(select, facts);
            }
        }
        return facts;
    }

    private List<UUID> inCare(Collection<UUID> clients) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(IN_CARE)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    private static void work(PreparedStatement select, Map<UUID, ClientFacts> facts) throws SQLException {
        record Key(
                UUID client,
                UUID assignment,
                @Nullable Questionnaire questionnaire,
                @Nullable String exercise) {}
        var courses = new LinkedHashMap<Key, List<OpenedTask>>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var key = new Key(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3) == null ? null : questionnaire(row, 3),
                        row.getString(5));
                courses.computeIfAbsent(key, one -> new ArrayList<>())
                        .add(new OpenedTask(
                                Objects.requireNonNull(at(row, 6)), row.getString(7), at(row, 8), row.getString(9)));
            }
        }
        courses.forEach((key, tasks) -> of(facts, key.client())
                .courses()
                .add(new Course(
                        key.assignment(),
                        key.questionnaire(),
                        key.exercise(),
                        tasks.stream()
                                .filter(OpenedTask::isOver)
                                .map(OpenedTask::due)
                                .toList(),
                        OpenedTask.lateSince(tasks))));
    }

    private static void sessions(PreparedStatement select, Map<UUID, ClientFacts> facts) throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                of(facts, row.getObject(1, UUID.class))
                        .sessions()
                        .add(new Done(
                                row.getObject(2, UUID.class),
                                new Exercise(row.getObject(3, UUID.class), row.getString(4), row.getInt(5)),
                                new Session(
                                        Objects.requireNonNull(at(row, 6)),
                                        row.getBigDecimal(8),
                                        row.getBigDecimal(9),
                                        row.getBigDecimal(10),
                                        row.getBoolean(7))));
            }
        }
    }

    private static void criticals(PreparedStatement select, Map<UUID, ClientFacts> facts) throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                of(facts, row.getObject(1, UUID.class))
                        .criticals()
                        .add(new Critical(
                                row.getObject(2, UUID.class),
                                questionnaire(row, 3),
                                row.getInt(5),
                                row.getString(6),
                                row.getString(7),
                                row.getBigDecimal(8),
                                Objects.requireNonNull(at(row, 9)),
                                row.getString(10)));
            }
        }
    }

    /** Owner and key, in this column and the next. */
    private static Questionnaire questionnaire(ResultSet row, int column) throws SQLException {
        return new Questionnaire(row.getObject(column, UUID.class), row.getString(column + 1));
    }

    private static ClientFacts of(Map<UUID, ClientFacts> facts, UUID client) {
        return Objects.requireNonNull(facts.get(client));
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

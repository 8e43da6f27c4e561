package dev.kith.episode;

import dev.kith.change.EpisodeSums;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine.Measure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Adds up the practice's closed episodes in the database, a portion of clients at a time: three queries, and one row a scale. An episode is one client's
 * course on one scale by one kind of author. It is closed when the client was archived, or when every program that they were enrolled in is over; what was
 * given after that is no part of it. Its first score is the initial one, those after it are sessions 1, 2, … in the order of time. Of a course that breaks
 * where a version no longer means the same, the newest stretch counts. Native, because set-based.
 */
@ApplicationScoped
class ClosedEpisodes {
    private static final String CLOSED = """
        select c.id, coalesce(c.archived_at, e.at)
        from client c
        left join lateral (
          select max(ended_at) as at from enrollment
          where practice_id = c.practice_id and client_id = c.id having bool_and(ended_at is not null)) e on true
        where c.practice_id = kith_practice() and c.id > ? and coalesce(c.archived_at, e.at) is not null
        order by c.id limit ?
        """;
    private static final String VERSIONS = """
        select distinct questionnaire_practice_id, questionnaire_key, questionnaire_version from response
        where practice_id = kith_practice() and client_id = any (?) and state in ('completed', 'amended')
        """;
    /**
     * Of two at one moment the lower comes first, as wherever scores are read. Client by client, whatever the planner knows of the tables: by questionnaire
     * it would read those of all clients for each of them.
     */
    private static final String SUMS = """
        with given as (
          select r.client_id, k.owner, k.key, r.author, s.scale, k.kind, s.value, r.authored_at, r.questionnaire_version, r.id,
                 lead(k.kind) over run <> k.kind as breaks
          from unnest(?::uuid[], ?::timestamptz[]) as c (id, at)
          cross join lateral (
            select practice_id, id, revision, client_id, author, questionnaire_practice_id, questionnaire_key, questionnaire_version, authored_at
            from response
            where practice_id = kith_practice() and client_id = c.id and state in ('completed', 'amended') and beside_id is null and authored_at <= c.at offset 0) r
          join unnest(?::uuid[], ?::text[], ?::int[], ?::int[]) as k (owner, key, version, kind)
            on k.owner = r.questionnaire_practice_id and k.key = r.questionnaire_key and k.version = r.questionnaire_version
          cross join lateral (
            select scale, value from score
            where practice_id = r.practice_id and response_id = r.id and revision = r.revision and value is not null offset 0) s
          window run as (partition by r.client_id, k.owner, k.key, r.author, s.scale
                         order by r.authored_at, r.questionnaire_version, s.value, r.id)),
        counted as (
          select *, count(*) filter (where breaks) over (
              partition by client_id, owner, key, author, scale
              order by authored_at desc, questionnaire_version desc, value desc, id desc rows unbounded preceding) as breaks_from_here
          from given),
        numbered as (
          select client_id, owner, key, author, scale, kind, value::float8 as value, first_value(value::float8) over run as initial,
                 row_number() over run - 1 as session
          from counted where breaks_from_here = 0
          window run as (partition by client_id, owner, key, author, scale order by authored_at, questionnaire_version, value, id))
        select owner, key, scale, author, kind, count(distinct client_id), count(*), avg(initial), avg(late), avg(value), min(initial), max(initial),
               max(session), regr_sxx(value, initial), regr_sxy(late, initial), regr_sxx(value, late), regr_sxy(value, initial),
               regr_sxy(value, late), regr_syy(value, initial)
        from (select *, ln(1 + session::float8) as late from numbered where session > 0) later
        group by owner, key, scale, author, kind order by key, scale, author, kind
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    QuestionnaireCatalogue questionnaires;

    /** A client whose episodes are closed, and since when. */
    record ClosedClient(UUID id, Instant at) {}

    /** The next so many, in the order of their ids. */
    List<ClosedClient> after(UUID client, int most) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CLOSED)) {
            select.setObject(1, client);
            select.setInt(2, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<ClosedClient>();
                while (row.next()) {
                    found.add(new ClosedClient(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        }
    }

    /** By what was measured; without what none of them was measured on twice. */
    Map<Subject, EpisodeSums> of(List<ClosedClient> clients) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SUMS)) {
            var ids = array(connection, "uuid", clients, ClosedClient::id);
            var versions = versions(connection, ids);
            select.setArray(1, ids);
            select.setArray(2, array(connection, "timestamptz", clients, ClosedClient::at));
            select.setArray(3, array(connection, "uuid", versions, Published::owner));
            select.setArray(4, array(connection, "text", versions, Published::key));
            select.setArray(5, array(connection, "int4", versions, Published::version));
            select.setArray(6, array(connection, "int4", versions, one -> Versions.firstLike(one, questionnaires)));
            try (var row = select.executeQuery()) {
                var sums = new LinkedHashMap<Subject, EpisodeSums>();
                while (row.next()) {
                    var measure = new Measure(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4));
                    sums.put(new Subject(measure, row.getInt(5)), sums(row));
                }
                return sums;
            }
        }
    }

    /** Those that they answered, as far as they are known still. */
    private List<Published> versions(Connection connection, java.sql.Array clients) throws SQLException {
        try (var select = connection.prepareStatement(VERSIONS)) {
            select.setArray(1, clients);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Published>();
                while (row.next()) {
                    questionnaires
                            .find(row.getObject(1, UUID.class), row.getString(2), row.getInt(3))
                            .ifPresent(found::add);
                }
                return found;
            }
        }
    }

    private static <T> java.sql.Array array(Connection connection, String type, List<T> of, Function<T, Object> element)
            throws SQLException {
        return connection.createArrayOf(type, of.stream().map(element).toArray());
    }

    private static EpisodeSums sums(ResultSet row) throws SQLException {
        return new EpisodeSums(
                row.getInt(6),
                row.getInt(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getDouble(12),
                row.getInt(13),
                row.getDouble(14),
                row.getDouble(15),
                row.getDouble(16),
                row.getDouble(17),
                row.getDouble(18),
                row.getDouble(19));
    }
}

package dev.kith.episode;

import dev.kith.change.EpisodeSums;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.questionnaire.Published;
import dev.kith.response.ScoreLine.Measure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the practice's closed episodes in the database: one query a questionnaire, and one row a scale, whatever the number of clients. An episode is one
 * client's course on one scale by one kind of author. It is closed when the client was archived, or when every program that they were enrolled in is over;
 * what was given after that is no part of it. Its first score is the initial one, those after it are sessions 1, 2, … in the order of time. Of a course
 * that breaks where a version no longer means the same, the newest stretch counts. Native, because set-based.
 */
@ApplicationScoped
class ClosedEpisodes {
    /** Of two at one moment the lower comes first, as wherever scores are read. */
    private static final String SUMS = """
        with ended as (
          select client_id, max(ended_at) as at from enrollment where practice_id = kith_practice()
          group by client_id having bool_and(ended_at is not null)),
        closed as (
          select c.id as client_id, coalesce(c.archived_at, o.at) as at
          from client c left join ended o on o.client_id = c.id
          where c.practice_id = kith_practice() and coalesce(c.archived_at, o.at) is not null),
        given as (
          select r.client_id, r.author, s.scale, k.kind, s.value, r.authored_at, r.questionnaire_version, r.id,
                 lead(k.kind) over run <> k.kind as breaks
          from response r
          join closed c on c.client_id = r.client_id
          join unnest(?::int[], ?::int[]) as k (version, kind) on k.version = r.questionnaire_version
          join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
          where r.practice_id = kith_practice() and r.questionnaire_practice_id = ? and r.questionnaire_key = ?
            and r.state in ('completed', 'amended') and r.authored_at <= c.at and s.value is not null
          window run as (partition by r.client_id, r.author, s.scale order by r.authored_at, r.questionnaire_version, s.value, r.id)),
        counted as (
          select *, count(*) filter (where breaks) over (
              partition by client_id, author, scale order by authored_at desc, questionnaire_version desc, value desc, id desc
              rows unbounded preceding) as breaks_from_here
          from given),
        numbered as (
          select client_id, author, scale, kind, value::float8 as value, first_value(value::float8) over run as initial,
                 row_number() over run - 1 as session
          from counted where breaks_from_here = 0
          window run as (partition by client_id, author, scale order by authored_at, questionnaire_version, value, id))
        select scale, author, kind, count(distinct client_id), count(*), avg(initial), avg(late), avg(value), min(initial), max(initial), max(session),
               regr_sxx(value, initial), regr_sxy(late, initial), regr_sxx(value, late), regr_sxy(value, initial), regr_sxy(value, late),
               regr_syy(value, initial)
        from (select *, ln(1 + session::float8) as late from numbered where session > 0) later
        group by scale, author, kind order by scale, author, kind
        """;

    @Inject
    AgroalDataSource database;

    /** By what was measured; without what no closed episode was measured on twice. */
    Map<Subject, EpisodeSums> of(List<Published> newestFirst) throws SQLException {
        var any = newestFirst.get(0);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SUMS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", newestFirst.stream().map(Published::version).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            newestFirst.stream()
                                    .map(version -> Versions.firstLike(version, newestFirst))
                                    .toArray()));
            select.setObject(3, any.owner());
            select.setString(4, any.key());
            try (var row = select.executeQuery()) {
                var sums = new LinkedHashMap<Subject, EpisodeSums>();
                while (row.next()) {
                    var measure = new Measure(any.owner(), any.key(), row.getString(1), row.getString(2));
                    sums.put(new Subject(measure, row.getInt(3)), sums(row));
                }
                return sums;
            }
        }
    }

    private static EpisodeSums sums(ResultSet row) throws SQLException {
        return new EpisodeSums(
                row.getInt(4),
                row.getInt(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getInt(11),
                row.getDouble(12),
                row.getDouble(13),
                row.getDouble(14),
                row.getDouble(15),
                row.getDouble(16),
                row.getDouble(17));
    }
}

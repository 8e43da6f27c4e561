package dev.kith.episode;

import dev.kith.change.ExpectedResponse;
import dev.kith.change.FittedResponse;
import dev.kith.change.NamedRule;
import dev.kith.change.Reason;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.response.ScoreLine.Measure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Local models as they are kept: added, never changed. Native: read for many subjects at once. */
@ApplicationScoped
class ModelBook {
    private static final String COLUMNS = """
        select m.id, m.questionnaire_practice_id, m.questionnaire_key, m.questionnaire_version, m.scale, m.author, m.rule, m.rule_version, m.made_at,
               m.episodes, m.reason, m.scores, m.mean_initial, m.mean_late, m.mean_value, m.lowest_initial, m.highest_initial, m.sessions,
               m.by_initial, m.by_late, m.deviation, m.sum_ii, m.sum_it, m.sum_tt
        """;
    private static final String NEWEST = COLUMNS + """
        from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[]) as s (owner, key, version, scale, author)
        cross join lateral (
          select * from local_model
          where practice_id = kith_practice() and questionnaire_practice_id = s.owner and questionnaire_key = s.key
            and questionnaire_version = s.version and scale = s.scale and author = s.author
          order by made_at desc, id desc limit 1) m
        """;
    private static final String PAGE = COLUMNS + """
        from local_model m
        where m.practice_id = kith_practice() and (m.made_at, m.id) < (?, ?) and not (? and exists (
          select 1 from local_model n
          where n.practice_id = m.practice_id and n.questionnaire_practice_id = m.questionnaire_practice_id
            and n.questionnaire_key = m.questionnaire_key and n.questionnaire_version = m.questionnaire_version and n.scale = m.scale
            and n.author = m.author and (n.made_at, n.id) > (m.made_at, m.id)))
        order by m.made_at desc, m.id desc limit ?
        """;
    private static final String FIND =
            COLUMNS + "from local_model m where m.practice_id = kith_practice() and m.id = ?";
    private static final String ADD = """
        insert into local_model (practice_id, id, questionnaire_practice_id, questionnaire_key, questionnaire_version, scale, author, rule,
                                 rule_version, made_at, episodes, reason, scores, mean_initial, mean_late, mean_value, lowest_initial,
                                 highest_initial, sessions, by_initial, by_late, deviation, sum_ii, sum_it, sum_tt)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final int FITTED = 12;
    private static final List<Function<FittedResponse, Object>> FIGURES = List.of(
            FittedResponse::scores,
            FittedResponse::initial,
            FittedResponse::late,
            FittedResponse::value,
            FittedResponse::lowest,
            FittedResponse::highest,
            FittedResponse::sessions,
            FittedResponse::b1,
            FittedResponse::b2,
            FittedResponse::deviation,
            FittedResponse::ii,
            FittedResponse::it,
            FittedResponse::tt);

    @Inject
    AgroalDataSource database;

    /** The newest of each, where there is one: with a model, or with the reason why there is none. */
    List<LocalModel> newest(Collection<Subject> subjects) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST)) {
            var measures = subjects.stream().map(Subject::measure).toList();
            select.setArray(1, connection.createArrayOf("uuid", all(measures, Measure::owner)));
            select.setArray(2, connection.createArrayOf("text", all(measures, Measure::questionnaire)));
            select.setArray(3, connection.createArrayOf("int4", all(subjects, Subject::version)));
            select.setArray(4, connection.createArrayOf("text", all(measures, Measure::scale)));
            select.setArray(5, connection.createArrayOf("text", all(measures, Measure::author)));
            return read(select);
        }
    }

    private static <T> Object[] all(Collection<T> of, Function<T, Object> part) {
        return of.stream().map(part).toArray();
    }

    /** Newest first, from such a place on. */
    List<LocalModel> page(boolean newestOnly, Instant before, UUID beforeId, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, before.atOffset(ZoneOffset.UTC));
            select.setObject(2, beforeId);
            select.setBoolean(3, newestOnly);
            select.setInt(4, limit);
            return read(select);
        }
    }

    Optional<LocalModel> find(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    void add(LocalModel model) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            var measure = model.subject().measure();
            var expected = model.expected();
            insert.setObject(1, model.id());
            insert.setObject(2, measure.owner());
            insert.setString(3, measure.questionnaire());
            insert.setInt(4, model.subject().version());
            insert.setString(5, measure.scale());
            insert.setString(6, measure.author());
            insert.setString(7, model.rule().name());
            insert.setInt(8, model.rule().version());
            insert.setObject(9, model.madeAt().atOffset(ZoneOffset.UTC));
            insert.setInt(10, expected.episodes());
            insert.setString(
                    11, expected.reason() == null ? null : expected.reason().name());
            var fitted = expected.fitted().orElse(null);
            for (var i = 0; i < FIGURES.size(); i++) {
                if (fitted == null) {
                    insert.setNull(FITTED + i, Types.NULL);
                } else {
                    insert.setObject(FITTED + i, FIGURES.get(i).apply(fitted));
                }
            }
            insert.executeUpdate();
        }
    }

    private static List<LocalModel> read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new ArrayList<LocalModel>();
            while (row.next()) {
                found.add(model(row));
            }
            return found;
        }
    }

    private static LocalModel model(ResultSet row) throws SQLException {
        var measure = new Measure(row.getObject(2, UUID.class), row.getString(3), row.getString(5), row.getString(6));
        return new LocalModel(
                row.getObject(1, UUID.class),
                new Subject(measure, row.getInt(4)),
                Objects.requireNonNull(row.getObject(9, OffsetDateTime.class)).toInstant(),
                new NamedRule(row.getString(7), row.getInt(8)),
                row.getString(11) == null
                        ? ExpectedResponse.kept(row.getInt(10), fitted(row))
                        : ExpectedResponse.none(row.getInt(10), Reason.valueOf(row.getString(11))));
    }

    private static FittedResponse fitted(ResultSet row) throws SQLException {
        return new FittedResponse(
                row.getInt(FITTED),
                row.getDouble(FITTED + 1),
                row.getDouble(FITTED + 2),
                row.getDouble(FITTED + 3),
                row.getDouble(FITTED + 4),
                row.getDouble(FITTED + 5),
                row.getInt(FITTED + 6),
                row.getDouble(FITTED + 7),
                row.getDouble(FITTED + 8),
                row.getDouble(FITTED + 9),
                row.getDouble(FITTED + 10),
                row.getDouble(FITTED + 11),
                row.getDouble(FITTED + 12));
    }
}

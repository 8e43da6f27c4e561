package dev.kith.response;

import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.ScoreView;
import dev.kith.scoring.ScaleScore;
import dev.kith.scoring.Scored;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scores of every revision: added, read, never changed. Native, because all scales go in one statement. */
@ApplicationScoped
class ScoreBook {
    private static final String ADD = """
        insert into score (practice_id, response_id, revision, scale, value, reason, answered, items, prorated, band, engine)
        select kith_practice(), ?, ?, s.scale, s.value, s.reason, s.answered, s.items, s.prorated, s.band, ?
        from unnest(?::text[], ?::numeric[], ?::text[], ?::int[], ?::int[], ?::boolean[], ?::text[])
          as s (scale, value, reason, answered, items, prorated, band)
        returning exists (select 1 from hidden_score h
                          where h.practice_id = kith_practice() and h.questionnaire = ? and h.client_id = ?)
        """;
    private static final String READ = """
        select s.response_id, s.scale, s.value, s.reason, s.answered, s.prorated, s.band,
               h.questionnaire is not null
        from score s join response r on r.practice_id = s.practice_id and r.id = s.response_id and r.revision = s.revision
        left join hidden_score h
          on h.practice_id = r.practice_id and h.client_id = r.client_id and h.questionnaire = r.questionnaire_key
        where s.practice_id = kith_practice() and s.response_id = any (?)
        """;

    @Inject
    AgroalDataSource database;

    /**
     * A score as it was stored.
     *
     * @param hidden whether the client is not shown it
     */
    record Kept(
            String scale,
            @Nullable BigDecimal value,
            @Nullable String reason,
            int answered,
            boolean prorated,
            @Nullable String band,
            boolean hidden) {

        ScoreView view(Published published, String language) {
            return new ScoreView(
                    scale,
                    value,
                    value != null,
                    reason == null ? null : ScaleScore.Reason.valueOf(reason),
                    answered,
                    prorated,
                    band == null ? null : ScoreView.band(published, scale, band, language),
                    bandReason(published));
        }

        /** A value on a scale with bands lacks one only where they are by sex, which was not known. */
        private ScaleScore.@Nullable Reason bandReason(Published published) {
            return value != null
                            && band == null
                            && !published.definition().scale(scale).bands().isEmpty()
                    ? ScaleScore.Reason.SEX_UNKNOWN
                    : null;
        }
    }

    /** Whether the client is not shown them: told along, so that it costs no statement of its own. */
    boolean add(Response response, Scored scored) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            var scores = scored.scales();
            insert.setObject(1, response.id);
            insert.setInt(2, response.revision);
            insert.setString(3, scored.engine());
            insert.setArray(4, array(connection, "text", scores.stream().map(ScaleScore::scale)));
            insert.setArray(5, array(connection, "numeric", scores.stream().map(ScaleScore::value)));
            insert.setArray(6, array(connection, "text", scores.stream().map(ScoreBook::reason)));
            insert.setArray(7, array(connection, "int4", scores.stream().map(ScaleScore::answered)));
            insert.setArray(8, array(connection, "int4", scores.stream().map(ScaleScore::items)));
            insert.setArray(9, array(connection, "bool", scores.stream().map(ScaleScore::prorated)));
            insert.setArray(10, array(connection, "text", scores.stream().map(ScoreBook::band)));
            insert.setString(11, response.questionnaireKey);
            insert.setObject(12, response.clientId);
            try (var row = insert.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The scores of the current revisions, by response. */
    Map<UUID, List<Kept>> of(Collection<UUID> responses) throws SQLException {
        var found = new HashMap<UUID, List<Kept>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", responses.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), id -> new java.util.ArrayList<>())
                            .add(new Kept(
                                    row.getString(2),
                                    row.getBigDecimal(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    row.getBoolean(6),
                                    row.getString(7),
                                    row.getBoolean(8)));
                }
            }
        }
        return found;
    }

    private static java.sql.Array array(
            Connection connection, String type, java.util.stream.Stream<? extends @Nullable Object> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static @Nullable String reason(ScaleScore score) {
        return score.reason() == null ? null : score.reason().name();
    }

    private static @Nullable String band(ScaleScore score) {
        return score.band() == null ? null : score.band().code();
    }
}

package dev.kith.outcome;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads where each client's runs of one version begin and end, scale by scale: one query that comes in portions, whatever the number of clients. Native,
 * because set-based. What lies within a run is not sent: no figure needs it.
 */
@ApplicationScoped
class ScoreRuns {
    private static final int PORTION = 1_000;
    private static final String ENDS = """
        select client_id, scale, questionnaire_version, value
        from (
          select r.client_id, s.scale, r.questionnaire_version, s.value, r.authored_at, r.id,
                 lag(r.questionnaire_version) over run as before, lead(r.questionnaire_version) over run as after
          from response r
          join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
          where r.practice_id = kith_practice() and r.questionnaire_practice_id = ? and r.questionnaire_key = ? and r.author = ?
            and r.state in ('completed', 'amended') and r.beside_id is null and r.authored_at >= ? and r.authored_at < ?
            and s.value is not null and (?::text is null or s.scale = ?)
          window run as (partition by r.client_id, s.scale
                         order by r.authored_at, r.questionnaire_version, s.value, r.id)) given
        where before is distinct from questionnaire_version or after is distinct from questionnaire_version
        order by client_id, scale, authored_at, questionnaire_version, value, id
        """;

    @Inject
    AgroalDataSource database;

    /**
     * What is looked for.
     *
     * @param owner the practice that wrote the questionnaire, or the library
     * @param scale null for all of them
     */
    record Wanted(
            UUID owner, String questionnaire, @Nullable String scale, String author, Months months) {}

    /** The first or the last score of a run; of a run of one, both. */
    record RunEnd(UUID client, String scale, int version, BigDecimal value) {
        boolean isOfTheSeriesOf(RunEnd other) {
            return client.equals(other.client) && scale.equals(other.scale);
        }
    }

    /** Client by client, scale by scale, in the order of time. */
    void each(Wanted wanted, Consumer<RunEnd> taker) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ENDS)) {
            select.setFetchSize(PORTION);
            select.setObject(1, wanted.owner());
            select.setString(2, wanted.questionnaire());
            select.setString(3, wanted.author());
            select.setObject(4, wanted.months().begin().atOffset(ZoneOffset.UTC));
            select.setObject(5, wanted.months().end().atOffset(ZoneOffset.UTC));
            select.setString(6, wanted.scale());
            select.setString(7, wanted.scale());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    taker.accept(new RunEnd(
                            row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getBigDecimal(4)));
                }
            }
        }
    }
}
